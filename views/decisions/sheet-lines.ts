import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Locale } from '#src/web/locale.ts'
import { legalFormWords } from '../groups/legal-form-field.tsx'
import { dayTime, fullDay } from '../kit/dates.ts'
import { stateTexts } from '../kit/states.ts'
import { texts as corrections } from './correction-texts.ts'
import { texts as words } from './decision-texts.ts'
import { endedTerms } from './ended-terms.ts'
import { howItGoes } from './how.ts'
import { periodWords } from './period-words.ts'
import { rollWords } from './roll-words.ts'
import { categoryWords } from './seat-words.ts'
import { optionWords, resultWords } from './sheet-result.ts'
import { texts } from './sheet-texts.ts'
import { signerWords } from './signer-words.ts'
import { standingState } from './state.ts'
import { texts as general } from './texts.ts'
import { shortSum, tallyWords } from './words.ts'

/** One fact of a sheet: what it is called, and what it says, paragraph by paragraph. */
export interface SheetLine {
  term: string
  words: string[]
}

type Round = NonNullable<SheetData['round']>

const line = (term: string, ...said: (string | false | null | undefined)[]): SheetLine[] => {
  const kept = said.filter((words): words is string => Boolean(words))
  return kept.length > 0 ? [{ term, words: kept }] : []
}

const at = (locale: Locale, instant: string | null) => (instant ? dayTime(locale, new Date(instant)) : '')

function periodOf({ channel, openedAt, closesAt, countedAt }: Round, reason: string, locale: Locale): string | null {
  if (!openedAt || !closesAt) return null
  const counted = countedAt ? { at: new Date(countedAt), reason } : null
  return periodWords(locale, { channel, openedAt: new Date(openedAt), closesAt: new Date(closesAt), counted })
}

function roundLines(data: SheetData, locale: Locale): SheetLine[] {
  const { round } = data
  if (!round) return []
  const [t, w, g] = [texts[locale.lang], words[locale.lang], general[locale.lang]]
  const way = w.channels[round.channel]
  return [
    ...line(w.method, `${g.methods[round.method]}, ${g.nthRound(round)}. ${howItGoes(locale, round)}`),
    ...line(w.channel, round.preset ? `${way} (${w.presets[round.preset]})` : way),
    ...line(g.rules, g.ruleSet({ version: round.ruleSet, basis: round.legalBasis }), round.urgency),
    ...line(w.roll, rollWords(round.roll, locale)),
    ...line(w.openFrom, periodOf(round, data.reason, locale)),
    ...line(t.options, ...round.options.map((option) => optionWords(option, locale))),
  ]
}

function reportLines({ report }: SheetData, locale: Locale): SheetLine[] {
  if (!report) return []
  const [w, g] = [words[locale.lang], general[locale.lang]]
  return [
    ...line(w.method, g.methods.recorded),
    ...line(g.rules, report.ruleSet !== null && g.ruleSet({ version: report.ruleSet, basis: report.legalBasis })),
    ...line(w.where, report.place),
    ...line(w.manner, report.manner),
    ...line(w.present, report.present),
    ...line(w.recordedOn, w.recordedAfterwards({ day: at(locale, report.enteredAt) })),
  ]
}

function talkLines({ round }: SheetData, locale: Locale): SheetLine[] {
  if (!round) return []
  const [t, w, g] = [texts[locale.lang], words[locale.lang], general[locale.lang]]
  const said = round.objections.map(({ round: number, by, for: principal, reason, state, note }) =>
    [
      `${by && principal ? t.forName({ name: by, principal }) : (by ?? t.somebody)}, ${g.nthRound({ number })}: ${reason}`,
      t.objectionStates[state],
      note,
    ]
      .filter(Boolean)
      .join(' '),
  )
  return [
    ...line(g.objections, ...said),
    ...line(w.concerns, ...round.concerns),
    ...line(w.talk, round.talk),
    ...line(w.dissent, ...round.minority.map(({ statement, by }) => (by ? `${statement} (${by})` : statement))),
  ]
}

/** Only in the edition of the group, and only where its rules show names. */
function answerLines({ round }: SheetData, locale: Locale): SheetLine[] {
  const t = texts[locale.lang]
  const said = (round?.answers ?? []).map(({ seat, by, enteredBy, choice, resistance, reason }) => {
    const rated = resistance.map(({ position, resistance: points }) => `${position}: ${points}`).join(', ')
    const answer = choice ? [general[locale.lang].choices[choice], rated].filter(Boolean).join(' ') : t.nothing
    const entered = enteredBy && t.enteredBy({ name: enteredBy })
    const said = [`${seat}${by && by !== seat ? ` (${by})` : ''}: ${answer}`, entered].filter(Boolean).join(', ')
    return [said, reason].filter(Boolean).join('. ')
  })
  return line(t.answers, ...said)
}

function forceLines(data: SheetData, locale: Locale): SheetLine[] {
  const [w, g] = [words[locale.lang], general[locale.lang]]
  const until = data.inForceUntil && w.until({ day: fullDay(locale, data.inForceUntil) })
  const ends = endedTerms(data, data.endsOthers, locale)
  const from = w.fromOn({ day: fullDay(locale, data.inForceFrom ?? data.decidedOn) })
  return [
    ...line(w.inForce, data.outcome === 'adopted' && [from, until].filter(Boolean).join(' ')),
    ...line(w.reviewOn, data.reviewOn && fullDay(locale, data.reviewOn)),
    ...line(w.reach, g.scopes[data.scope]),
    ...line(w.legalEntity, data.legalEntity),
    ...line(w.editorialMandate, data.editorialMandate || (data.publication && w.noMandate)),
    ...line(w.publication, data.publication && w.publications[data.publication]),
    ...line(ends.supersession, data.supersedes.join(', ')),
    ...line(ends.annulment, data.annuls.join(', ')),
    ...line(w.topics, data.topics.join(', ')),
    ...line(w.ideas, data.ideas.map(({ code, title }) => `${code} ${title}`).join(' · ')),
  ]
}

function laterLines(data: SheetData, locale: Locale): SheetLine[] {
  const [t, w, c] = [texts[locale.lang], words[locale.lang], corrections[locale.lang]]
  const tasks = data.tasks.map(({ title, dueOn, state, responsible }) =>
    [title, responsible.join(', '), dueOn ? fullDay(locale, dueOn) : w.noDate, t.taskStates[state]]
      .filter(Boolean)
      .join(' · '),
  )
  const notes = data.notes.map(({ kind, by, reason, changes, recused, tally, signedAt, signedBy }) => {
    const put = Object.entries(changes).map(([field, now]) => `${c.fields[field] ?? field}: ${now}`)
    const without = recused && w.recused({ ...recused, category: categoryWords(locale, recused.category) })
    const numbers = tally && tallyWords(locale, tally)
    const said = [by, reason === by ? null : reason, without, numbers, ...put].filter(Boolean).join('. ')
    const signed = `(${[at(locale, signedAt), ...signedBy].join(', ')})`
    return `${[c.noteKinds[kind], said].filter(Boolean).join(': ')} ${signed}`
  })
  return [...line(t.tasks, ...tasks), ...line(c.history, ...notes)]
}

function basisOf({ proposal, basis, referral }: SheetData, locale: Locale): (string | null)[] {
  const [w, g] = [words[locale.lang], general[locale.lang]]
  const sum = basis && g.checksum({ sum: shortSum(basis.checksum) })
  return [
    proposal && w.proposal(proposal),
    basis && `${g.quoted(basis)}, ${g.version({ number: basis.version })} (${sum})`,
    referral && w.referral(referral),
  ]
}

/** Everything on a decision's sheet besides number, title and wording, in the order of `DOMAIN.md 5.3`. */
export function sheetLines(data: SheetData, locale: Locale): SheetLine[] {
  const [t, w, g] = [texts[locale.lang], words[locale.lang], general[locale.lang]]
  const standing = stateTexts[locale.lang][standingState(data)].label
  return [
    ...line(t.group, `${data.group.name} (${legalFormWords(locale.lang, data.group.legalForm)})`),
    ...line(t.date, fullDay(locale, data.decidedOn)),
    ...line(t.standing, standing),
    ...line(w.summary, data.summary !== data.wording && data.summary),
    ...line(g.why, data.rationale),
    ...line(w.basis, ...basisOf(data, locale)),
    ...line(
      w.corrected,
      ...data.corrected.map(({ version, note }) => `${g.version({ number: version })} ${note}`.trim()),
    ),
    ...roundLines(data, locale),
    ...reportLines(data, locale),
    ...line(w.result, ...resultWords(data, locale)),
    ...talkLines(data, locale),
    ...answerLines(data, locale),
    ...forceLines(data, locale),
    ...laterLines(data, locale),
    ...line(
      w.visibility,
      data.edition === 'internal' ? w.visibleInside : w.visibleOutside,
      data.published && w.publicSince({ day: fullDay(locale, data.published.on) }),
    ),
    ...line(
      w.establishedBy,
      signerWords(locale, data.establishedAs, data.establishedBy, at(locale, data.establishedAt)),
    ),
    ...line(t.chain, data.chain && `${data.chain.entry}:${data.chain.checksum}`),
  ]
}
