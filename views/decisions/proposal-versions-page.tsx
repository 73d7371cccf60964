import type { Matter } from '#src/decisions/proposals/matters.ts'
import type { Terms } from '#src/decisions/proposals/schema.ts'
import type { VersionChanges } from '#src/decisions/proposals/version-routes.tsx'
import type { VersionEntry } from '#src/decisions/proposals/versions.ts'
import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { WordPart } from '#src/documents/comparisons/wording.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { WordDifference } from '../documents/word-parts.tsx'
import { Button } from '../kit/button.tsx'
import { day, dayTime, shortDay } from '../kit/dates.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import { SelectField } from '../kit/field.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Wording } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts as proposals } from './proposal-texts.ts'
import { texts } from './proposal-version-texts.ts'
import { roundState } from './state.ts'
import { texts as words } from './texts.ts'

type Props = {
  group: Group
  matter: Matter
  versions: VersionEntry[]
  /** Between the two that were chosen; null while there is one alone. */
  changes: VersionChanges | null
  locale: Locale
}

/** Every wording that a proposal has had, the latest on top, and what is different between any two. */
export const ProposalVersionsPage = (props: Props) => {
  const { group, matter, versions, locale } = props
  const t = texts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> ·{' '}
      <a href={paths.proposal(group, matter.proposal)}>{matter.proposal.title}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={t.title} lead={t.lead} narrow />
      <Column>
        {versions.length > 1 ? <Compare {...props} /> : <p class="soft">{t.onlyOne}</p>}
        <Rows>
          {versions.toReversed().map((version) => (
            <Version {...props} version={version} />
          ))}
        </Rows>
      </Column>
    </>
  )
}

/** A form that asks and changes nothing: its address can be passed on. */
const Compare = ({ group, matter, versions, changes, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'compare', locale }
  const options = versions.map(({ version }) => ({ value: String(version), label: t.nth({ version }) }))
  const [older, newer] = [String(changes?.older.version ?? ''), String(changes?.newer.version ?? '')]
  return (
    <Block id="compare" title={t.compare}>
      <form method="get" action={paths.proposalPart(group, matter.proposal, 'versions')} class="form" id="compare-form">
        <SelectField form={form} name="older" label={t.older} options={options} value={older} />
        <SelectField form={form} name="newer" label={t.newer} options={options} value={newer} />
        <Button rank="second">{t.show}</Button>
      </form>
      {changes && <Changes changes={changes} locale={locale} />}
    </Block>
  )
}

type ChangesProps = { changes: VersionChanges; locale: Locale }

const hasChanged = (parts: WordPart[]) => parts.some(({ is }) => is !== 'same')

const Changes = ({ changes, locale }: ChangesProps) => {
  const t = texts[locale.lang]
  const { older, newer } = changes
  const parts = (['title', 'wording', 'rationale', 'options'] as const).filter((part) => hasChanged(changes[part]))
  return (
    <>
      <h3>{t.between({ older: older.version, newer: newer.version })}</h3>
      {!parts.includes('wording') && <p class="soft">{t.wordingSame}</p>}
      {parts.map((part) => (
        <section>
          <h4>{t.parts[part]}</h4>
          <p class="wortlaut paragraphs">
            <WordDifference parts={changes[part]} />
          </p>
        </section>
      ))}
      <Facts facts={[textFact(changes, locale), ...termFacts(changes, locale)]} />
    </>
  )
}

const changed = ({ lang }: Locale, term: string, before: string, after: string): Fact =>
  before !== after && { term, words: texts[lang].was({ before, after }) }

function textFact({ older, newer }: VersionChanges, locale: Locale): Fact {
  const [t, w] = [texts[locale.lang], words[locale.lang]]
  const named = ({ snapshot }: VersionEntry) =>
    snapshot ? `${w.quoted(snapshot)}, ${w.version({ number: `${snapshot.number}${snapshot.suffix}` })}` : t.noText
  return changed(locale, t.text, named(older), named(newer))
}

function termWords(name: keyof Terms, { terms }: VersionEntry, locale: Locale): string {
  const nothing = texts[locale.lang].nothing
  const value = terms[name]
  if (value === undefined || value === null || value === '' || value.length === 0) return nothing
  if (name === 'scope') return words[locale.lang].scopes[value as Terms['scope']]
  if (typeof value !== 'string') return value.map(({ cited }) => cited).join(', ')
  return name === 'editorialMandate' || name === 'legalEntity' ? value : day(locale, value)
}

const termFacts = ({ older, newer }: VersionChanges, locale: Locale): Fact[] => {
  const { terms } = texts[locale.lang]
  return (Object.keys(terms) as (keyof Terms)[]).map((name) =>
    changed(locale, terms[name], termWords(name, older, locale), termWords(name, newer, locale)),
  )
}

const Version = ({ group, matter, version, locale }: Props & { version: VersionEntry }) => {
  const t = texts[locale.lang]
  const rounds = matter.rounds.filter(({ round }) => round.proposalVersion === version.version)
  return (
    <Row
      id={`version-${version.version}`}
      rand={<Rand main={shortDay(locale, version.createdAt)} />}
      title={t.nth({ version: version.version })}
      meta={t.by({ name: version.author, when: dayTime(locale, version.createdAt) })}
    >
      <Wording text={version.wording} />
      {rounds.length > 0 ? (
        <>
          <p class="soft">{t.asked}</p>
          <ul class="plain stack">
            {rounds.map((entry) => (
              <Asked group={group} entry={entry} locale={locale} />
            ))}
          </ul>
        </>
      ) : (
        <p class="soft">{t.notAsked}</p>
      )}
    </Row>
  )
}

const Asked = ({ group, entry, locale }: Pick<Props, 'group' | 'locale'> & { entry: RoundEntry }) => {
  const w = words[locale.lang]
  const { method, number } = entry.round
  return (
    <li>
      <a href={paths.round(group, entry.round)}>
        {proposals[locale.lang].round({ method: w.methods[method], round: w.nthRound({ number }) })}
      </a>{' '}
      <Status state={roundState(entry)} locale={locale} />
    </li>
  )
}
