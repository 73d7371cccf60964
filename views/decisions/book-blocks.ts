import type { BookGroup } from '#src/decisions/book/bodies.ts'
import type { BookFrame } from '#src/decisions/book/book.ts'
import type { Locale } from '#src/web/locale.ts'
import { legalFormWords } from '../groups/legal-form-field.tsx'
import { rulesAsText } from '../groups/rules-words.ts'
import { texts as groupTexts } from '../groups/texts.ts'
import { texts as endTexts } from '../handovers/end-texts.ts'
import { fullDay } from '../kit/dates.ts'
import { texts } from './book-texts.ts'
import { texts as words } from './texts.ts'

/** One thing of the book, for the page and for the file alike. */
export type BookBlock =
  | { kind: 'words'; words: string }
  | { kind: 'heading'; words: string }
  | { kind: 'facts'; facts: { term: string; words: string[] }[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }

export type BookPartKey = keyof (typeof texts)['de']['parts']

/** `sheets` has its own place: there the decisions stand, each as on its sheet. */
export interface BookPart {
  key: BookPartKey
  blocks: BookBlock[]
}

export const say = (said: string): BookBlock => ({ kind: 'words', words: said })

/** A table, or what is said where there is nothing in it. */
export const table = (caption: string, head: string[], rows: string[][], none: string): BookBlock[] =>
  rows.length > 0 ? [{ kind: 'table', caption, head, rows }] : [say(none)]

function numbers({ numbers: runs }: BookFrame, locale: Locale): string[] {
  const t = texts[locale.lang]
  return runs.map(({ prefix, last, missing }) =>
    missing.length > 0 ? t.gaps({ prefix, last, missing: missing.join(', ') }) : t.gapless({ prefix, last }),
  )
}

export function cover(book: BookFrame & { checksum?: string }, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const { year, madeOn, isComplete, alliance, bodies, edition, open, chain, checksum } = book
  const made = fullDay(locale, madeOn)
  const names = open.length > 0 ? [t.internalMeans({ groups: open.join(', ') })] : []
  const facts = [
    { term: t.alliance, words: [alliance] },
    { term: t.period, words: [t.periodWords({ year })] },
    { term: t.bodiesTerm, words: [bodies.map(({ name }) => name).join(', ')] },
    { term: t.madeOn, words: [isComplete ? made : t.soFar({ day: made }), t.asOf({ day: made })] },
    { term: t.edition, words: [t.editions[edition], ...(edition === 'public' ? [t.publicMeans] : names)] },
    { term: t.numbers, words: numbers(book, locale) },
    { term: t.chain, words: chain ? [`${chain.entry}:${chain.checksum}`, t.chainMeans] : [] },
    { term: t.checksum, words: checksum ? [checksum] : [] },
  ]
  return [{ kind: 'facts', facts: facts.filter(({ words: said }) => said.length > 0) }]
}

export function reading({ lang }: Locale): BookBlock[] {
  const [t, w] = [texts[lang], words[lang]]
  const methods = Object.entries(w.how).map(([method, said]) => ({
    term: w.methods[method as keyof typeof w.methods],
    words: [said],
  }))
  return [say(t.readingIntro), { kind: 'facts', facts: methods }, say(t.circular)]
}

function sinceWords({ since, givenBy: by, isReturned }: BookGroup['rules'][number], locale: Locale): string {
  const t = texts[locale.lang]
  const day = fullDay(locale, since)
  if (!by) return t.since({ day })
  return isReturned ? t.sinceAnnulled({ day, by }) : t.sinceBy({ day, by })
}

export function rules({ bodies }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  return bodies.flatMap(({ name, rules: held }) =>
    held.flatMap((ruleSet): BookBlock[] => [
      { kind: 'heading', words: t.rulesOf({ group: name, version: ruleSet.version }) },
      say(sinceWords(ruleSet, locale)),
      say(rulesAsText(locale, ruleSet)),
    ]),
  )
}

/** "Leitung", "Delegiert in den Kreis (2)", or with the names of those who agreed. */
const officeWords = (role: string, { count, named }: BookGroup['offices'][number]): string => {
  const said = count > 1 ? `${role} (${count})` : role
  return named.length > 0 ? `${said}: ${named.join(', ')}` : said
}

export function bodies({ bodies: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const { roles } = groupTexts[locale.lang]
  const rows = all.map(({ prefix, name, legalForm, voters, offices, seats }) => [
    `${prefix} ${name}`,
    legalFormWords(locale.lang, legalForm),
    String(voters),
    offices.map((office) => officeWords(roles[office.role], office)).join(', '),
    seats.length > 0 ? seats.map((seat) => seat.name).join(', ') : t.noSeats,
  ])
  const head = [t.group, t.form, t.voters, t.offices, t.seats]
  const named = all.filter((body) => body.named.length > 0)
  const facts = named.map((body) => ({ term: body.name, words: [body.named.join(', ')] }))
  const people: BookBlock[] =
    facts.length > 0
      ? [
          { kind: 'heading', words: t.named },
          { kind: 'facts', facts },
        ]
      : []
  return [...table(t.parts.bodies, head, rows, t.noDecisions), ...people, say(t.noNames)]
}

export function register({ topics, ideas }: BookFrame, { lang }: Locale): BookBlock[] {
  const t = texts[lang]
  if (topics.length + ideas.length === 0) return [say(t.noSubjects)]
  const listed = (title: string, subjects: BookFrame['topics']): BookBlock[] =>
    subjects.length === 0
      ? []
      : [
          { kind: 'heading', words: title },
          {
            kind: 'facts',
            facts: subjects.map(({ subject, numbers: cited }) => ({ term: subject, words: [cited.join(', ')] })),
          },
        ]
  return [...listed(t.topics, topics), ...listed(t.ideas, ideas)]
}

export function sent({ sent: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const rows = all.map(({ number, from, sentOn, answer, days, decision }) => [
    number,
    from,
    fullDay(locale, sentOn),
    answer
      ? [t.answers[answer], days === null ? '' : t.after({ days }), decision ?? ''].filter(Boolean).join(', ')
      : t.open,
  ])
  return table(t.parts.sent, [t.number, t.from, t.sentOn, t.answer], rows, t.noSent)
}

export function carriedOut({ register: lines }: BookFrame, { lang }: Locale): BookBlock[] {
  const t = texts[lang]
  const rows = lines.flatMap(({ number, title, carriedOut: done }) => (done ? [[number, title, t.tasks(done)]] : []))
  return table(t.parts.carriedOut, [t.number, t.what, t.tasksTerm], rows, t.noTasks)
}

export function published({ published: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  if (all.length === 0) return [say(t.noPublished)]
  return all.flatMap(({ title, on, decision, publisher, coSigned, minority, venue, isWithdrawn }): BookBlock[] => [
    { kind: 'heading', words: title },
    {
      kind: 'facts',
      facts: [
        {
          term: t.day,
          words: [[fullDay(locale, on), venue, isWithdrawn ? t.withdrawn : ''].filter(Boolean).join(', ')],
        },
        { term: t.number, words: [decision] },
        { term: t.publisher, words: [publisher] },
        { term: t.coSigned, words: [coSigned.length > 0 ? coSigned.join(', ') : t.nobodySigned] },
        ...(minority ? [{ term: t.minority, words: [minority] }] : []),
      ],
    },
  ])
}

function handOvers({ handOvers: all }: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const { roles } = groupTexts[locale.lang]
  const rows = all.map(({ group, role, on, kind, name }) => [
    ...[fullDay(locale, on), group, roles[role]],
    name ? `${t.handOverKinds[kind]}: ${name}` : t.handOverKinds[kind],
  ])
  return [
    { kind: 'heading', words: t.handOvers },
    ...table(t.handOvers, [t.day, t.group, t.offices, t.note], rows, t.noHandOvers),
  ]
}

/** By which decision a group ended and where everything went; titles only where the reader may know them. */
function dissolved({ dissolved: all }: BookFrame, locale: Locale): BookBlock[] {
  const [t, w] = [texts[locale.lang], endTexts[locale.lang]]
  return all.flatMap(({ group, heir, on, decision, placed }): BookBlock[] => [
    { kind: 'heading', words: t.handOverList({ group }) },
    say(`${w.doneOn({ day: fullDay(locale, on), number: decision })} ${w.doneMore({ heir })}`),
    ...table(
      t.handOverList({ group }),
      [t.note, t.count, t.wentTo],
      placed.map(({ kind, count, destination, titles }) => [
        titles ? `${w.kinds[kind]}: ${titles.join(', ')}` : w.kinds[kind],
        ...[String(count), w.ways[destination]],
      ]),
      w.nothingWas,
    ),
  ])
}

/** Groups that are over or rest, and who handed what over. */
export function ended(book: BookFrame, locale: Locale): BookBlock[] {
  const t = texts[locale.lang]
  const over = book.bodies.filter(({ state }) => state !== 'active')
  const facts = over.map(({ name, state }) => ({ term: name, words: [state === 'dormant' ? t.dormant : t.dissolved] }))
  const asOf = t.groupsAsOf({ day: fullDay(locale, book.madeOn) })
  return [
    say(asOf),
    facts.length > 0 ? { kind: 'facts', facts } : say(t.noEnded),
    ...dissolved(book, locale),
    ...handOvers(book, locale),
  ]
}
