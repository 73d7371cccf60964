import type { Superseded } from '#src/decisions/proposals/around.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, dayTime } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { AnswerTo } from './answer-to.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'
import { texts } from './proposal-texts.ts'
import { texts as words } from './texts.ts'

type Props = ProposalPageProps

const said = (term: string, text: string) => !!text && { term, words: text }

const Ended = ({ of }: { of: Superseded[] }) => (
  <>
    {of.map(({ cited, title }) => (
      <p>
        <ShelfMark number={cited} href={paths.decision(cited)} /> {title}
      </p>
    ))}
  </>
)

const ended = ({ around }: Props, term: string, kind: Superseded['kind']) => {
  const of = around.supersedes.filter((one) => one.kind === kind)
  return of.length > 0 && { term, words: <Ended of={of} /> }
}

/** "ab 1. Januar bis 31. Dezember". */
function force({ matter: { proposal }, locale }: Props): string {
  const t = texts[locale.lang]
  const { inForceFrom: from, inForceUntil: until } = proposal
  return [from && t.from({ day: day(locale, from) }), until && t.until({ day: day(locale, until) })]
    .filter((part) => part !== null)
    .join(' ')
}

const Proposed = ({ group, matter: { proposal, author }, locale }: Props) => {
  const t = texts[locale.lang]
  const by = t.proposedBy({ name: author, when: dayTime(locale, proposal.createdAt) })
  if (proposal.version === 1) return <>{by}</>
  return (
    <>
      {by} · {t.textVersion({ version: proposal.version })} ·{' '}
      <a href={paths.proposalPart(group, proposal, 'versions')}>{t.allVersions}</a>
    </>
  )
}

const why = ({ matter: { proposal } }: Props, { lang }: Locale) =>
  !!proposal.rationale && { term: words[lang].why, words: <p class="paragraphs">{proposal.rationale}</p> }

/** Why, for whom, how long, and who proposed it. What was left out is not there. */
export const ProposalAbout = (props: Props) => {
  const { matter, around, origin, locale } = props
  const t = texts[locale.lang]
  const { proposal } = matter
  return (
    <Facts
      facts={[
        origin && { term: words[locale.lang].answerTo, words: <AnswerTo origin={origin} /> },
        said(t.summary, proposal.summary),
        why(props, locale),
        { term: t.concerns, words: words[locale.lang].scopes[proposal.scope] },
        said(t.legalEntity, proposal.legalEntity),
        said(t.inForce, force(props)),
        said(t.review, proposal.reviewOn ? day(locale, proposal.reviewOn) : ''),
        said(t.mandate, proposal.editorialMandate),
        ended(props, t.supersedes, 'superseded'),
        ended(props, t.annuls, 'annulled'),
        said(t.topics, around.topics.join(', ')),
        said(t.ideas, around.ideas.map(({ code, title }) => `${code}: ${title}`).join(', ')),
        { term: t.proposed, words: <Proposed {...props} /> },
      ]}
    />
  )
}
