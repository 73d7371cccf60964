import type { Named } from '#src/documents/comparisons/naming.ts'
import type { Around, Attributes, Drawn } from './body-drawing.ts'
import type { texts } from './comparison-texts.ts'
import { WordDifference } from './word-parts.tsx'

type Words = (typeof texts)['de']

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the edition that was taken over last did to the statement. */
const Changed = ({ attrs, around, t }: { attrs: Attributes; around: Around; t: Words }) => {
  const change = text(attrs.change) as keyof Words['changes']
  const found = around.comparison.facts?.changes.find(({ after }) => after.id === attrs.statement)
  if (text(attrs.change) === '' || !t.changes[change]) return null
  return (
    <div class="row-note">
      <p>
        <b>{t.changes[change]}</b> {change === 'dropped' && t.droppedMeans} {change === 'new' && t.newMeans}
      </p>
      {found && change === 'changed' && (
        <>
          <p>
            <WordDifference parts={found.parts} />
          </p>
          <p class="soft">
            {t.was}: {found.before.edition}, {found.before.place}. {t.now}: {found.after.edition}, {found.after.place}.
          </p>
        </>
      )}
    </div>
  )
}

export const Quoted = ({ number, around, t }: { number: string; around: Around; t: Words }) => {
  const found = around.comparison.facts?.decisions.find((decision) => decision.number === number)
  if (number === '') return null
  if (!found) return <p class="row-decision">{t.quotes({ number })}</p>
  return (
    <div class="row-decision">
      <p>
        <a href={found.href}>{t.quotes({ number })}</a>: {found.wording}
      </p>
      {found.replacedBy && (
        <p class="row-note">
          <b>{t.replaced({ number: found.replacedBy })}</b>
        </p>
      )}
    </div>
  )
}

/** Where a text only stands to be read, what its signs mean stands beside them. */
const namedIn = ({ named }: Attributes) => named as Named | undefined

export const Ideas = ({ attrs, around }: { attrs: Attributes; around: Around }) => {
  const ideas = text(attrs.ideas)
  const known = around.comparison.facts?.ideas
  const titled = (code: string) => known?.find((idea) => idea.code === code)?.title ?? namedIn(attrs)?.ideas[code]
  return (
    <>
      {(ideas.match(/[A-Z]{1,3}\d{1,2}/g) ?? []).map((code) => (
        <span class="row-idea">
          {code} {titled(code)}
        </span>
      ))}
    </>
  )
}

export function responsibleFor(attrs: Attributes, around: Around): string {
  const slug = text(attrs.responsible)
  const known = around.comparison.facts?.groups.find((group) => group.slug === slug)?.name
  return known ?? namedIn(attrs)?.groups[slug] ?? slug.toUpperCase()
}

export const Statement = ({
  attrs,
  words,
  around,
  t,
}: {
  attrs: Attributes
  words: Drawn
  around: Around
  t: Words
}) => (
  <>
    {attrs.literal === true ? <blockquote>{words}</blockquote> : words}
    {(text(attrs.source) !== '' || attrs.literal === true) && (
      <p class="row-source">{[text(attrs.source), attrs.literal === true && t.literal].filter(Boolean).join(', ')}</p>
    )}
    <Changed attrs={attrs} around={around} t={t} />
  </>
)
