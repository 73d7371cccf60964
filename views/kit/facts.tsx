import type { Child } from 'hono/jsx'

export type Fact = { term: Child; words: Child } | false | null | undefined

const isThere = (fact: Fact): fact is { term: Child; words: Child } => !!fact

/** Terms in the margin, what they are at the right. Facts that are not there are left out. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="facts">
    {facts.filter(isThere).map((fact) => (
      <div>
        <dt>{fact.term}</dt>
        <dd>{fact.words}</dd>
      </div>
    ))}
  </dl>
)
