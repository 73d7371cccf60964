import { count, desc } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groupsOf } from '../../groups/membership.ts'
import { allianceName } from '../../groups/register.ts'
import { dayOf } from '../../web/days.ts'
import type { Plain } from '../chain/canonical.ts'
import { digestOf } from '../chain/digest.ts'
import { latestHead } from '../chain/heads.ts'
import { type SheetData, sheetData } from '../editions/sheet-data.ts'
import type { OriginOf } from '../origin.ts'
import { type DecisionEntry, decisionLog } from '../register/log.ts'
import { type CarriedOut, carriedOut } from '../register/progress.ts'
import { decisions } from '../register/schema.ts'
import { sheetsFor, type Wanted } from '../register/sheet.ts'
import { namesOf, withoutNames } from '../register/without-names.ts'
import { type BookGroup, bodiesOf } from './bodies.ts'
import type { BookDissolution, DissolvedIn } from './dissolved.ts'
import {
  type BookNote,
  type BookPublication,
  type BookRound,
  notesSigned,
  publishedIn,
  roundsWithoutResult,
} from './happened.ts'
import { type NumberRun, numberRuns } from './numbers.ts'
import { type HandOver, handOversIn } from './offices.ts'
import { yearAsPeriod } from './period.ts'
import { type BookSubject, ideasBehind, topicsOf } from './subjects.ts'

/** `public`: nobody's name, nobody's answer, nothing that was said on the way. */
export type BookEdition = 'internal' | 'public'

/** How what was sent has ended. */
export type SentAnswer =
  | 'adopted'
  | 'adopted_with_changes'
  | 'rejected'
  | 'returned'
  | 'noted'
  | 'withdrawn'
  | 'superseded'

/** What a group has sent to the circle, and how long it waited. Higher floors know. */
export interface SentMatter {
  number: string
  from: string
  to: string
  sentOn: string
  answer: SentAnswer | null
  answeredOn: string | null
  days: number | null
  decision: string | null
}

export type SentIn = (db: Database, year: number, groupId?: string) => Promise<SentMatter[]>

export const nothingSent: SentIn = async () => []

/** One line of the register: enough to find the sheet and to know where it stands. */
export interface BookLine
  extends Pick<
    DecisionEntry,
    'title' | 'summary' | 'method' | 'channel' | 'outcome' | 'reason' | 'standing' | 'decidedOn'
  > {
  number: string
  group: string
  inForceFrom: string | null
  inForceUntil: string | null
  reviewOn: string | null
  tally: Record<string, number>
  carriedOut: CarriedOut | null
}

/** All that stands in the annual book (`DOMAIN.md 5.4`) besides the sheets themselves. */
export interface BookFrame {
  format: 'kreislauf-book/1'
  edition: BookEdition
  year: number
  alliance: string
  /** The day it was made; before the year is over it is a beginning. */
  madeOn: string
  isComplete: boolean
  /** The groups whose answers by name are in it, because its reader belongs to them. */
  open: string[]
  bodies: BookGroup[]
  register: BookLine[]
  numbers: NumberRun[]
  topics: BookSubject[]
  ideas: BookSubject[]
  withoutResult: BookRound[]
  sent: SentMatter[]
  notes: BookNote[]
  published: BookPublication[]
  handOvers: HandOver[]
  dissolved: BookDissolution[]
  chain: { entry: number; checksum: string } | null
}

/** With the sheets, and a checksum over all of it. */
export interface Book extends BookFrame {
  sheets: SheetData[]
  checksum: string
}

export interface Reader {
  id: string
}

const byNumber = (one: DecisionEntry, other: DecisionEntry) =>
  one.group.prefix.localeCompare(other.group.prefix) || one.number - other.number

/** In the order of the book: by group, then by number. */
export const decisionsOf = async (db: Database, year: number, group?: string): Promise<DecisionEntry[]> =>
  (await decisionLog(db, group === undefined ? { year } : { year, group })).sort(byNumber)

const lineOf = (d: DecisionEntry, progress: Map<string, CarriedOut>): BookLine => ({
  ...{ number: d.cited, group: d.group.name, title: d.title, summary: d.summary, method: d.method },
  ...{ channel: d.channel, outcome: d.outcome, reason: d.reason, standing: d.standing, decidedOn: d.decidedOn },
  ...{ inForceFrom: d.inForceFrom, inForceUntil: d.inForceUntil, reviewOn: d.reviewOn, tally: d.tally },
  carriedOut: progress.get(d.id) ?? null,
})

async function openTo(db: Database, reader: Reader, edition: BookEdition): Promise<Map<string, string>> {
  if (edition === 'public') return new Map()
  const mine = await groupsOf(db, reader.id)
  return new Map(mine.filter(({ standing }) => standing === 'member').map(({ id, name }) => [id, name]))
}

export interface Asked {
  year: number
  edition: BookEdition
  reader: Reader
  now: Date
  /** The one group that it is narrowed to. */
  groupId: string | undefined
  sentIn: SentIn
  dissolvedIn: DissolvedIn
  originOf: OriginOf
}

/** Why two have signed may name people. */
const notesFor = (notes: BookNote[], edition: BookEdition) =>
  edition === 'public' ? notes.map((note) => ({ ...note, reason: '' })) : notes

async function gathered(db: Database, entries: DecisionEntry[], asked: Asked): Promise<BookFrame> {
  const { year, edition, reader, now, groupId, sentIn, dissolvedIn } = asked
  const period = yearAsPeriod(year)
  const open = await openTo(db, reader, edition)
  const progress = await carriedOut(
    db,
    entries.map(({ id }) => id),
  )
  const mayKnow = (id: string) => open.has(id)
  const head = await latestHead(db)
  return {
    ...{ format: 'kreislauf-book/1', edition, year, madeOn: dayOf(now), isComplete: now >= period.until },
    alliance: (await allianceName(db)) ?? '',
    open: [...open.values()].sort(),
    bodies: await bodiesOf(db, period, now, groupId),
    register: entries.map((entry) => lineOf(entry, progress)),
    numbers: numberRuns(entries),
    topics: await topicsOf(db, entries),
    ideas: await ideasBehind(db, entries),
    withoutResult: await roundsWithoutResult(db, period, mayKnow, groupId),
    sent: await sentIn(db, year, groupId),
    notes: notesFor(await notesSigned(db, period, groupId), edition),
    published: await publishedIn(db, period, groupId),
    handOvers: await handOversIn(db, period, groupId),
    dissolved: await dissolvedIn(db, period, { mayKnow, groupId }),
    chain: head && { entry: head.seq, checksum: head.hash },
  }
}

/** Everything but the sheets; a bounded number of questions, however many decisions there are. */
export async function bookFrame(db: Database, entries: DecisionEntry[], asked: Asked): Promise<BookFrame> {
  const frame = await gathered(db, entries, asked)
  return asked.edition === 'public' ? withoutNames(frame, await namesOf(db, 'agreed')) : frame
}

/** Members of the group that decided see its answers; the alliance sees how it came about (`DOMAIN.md 5.5`). */
export async function sheetsOf(db: Database, entries: DecisionEntry[], asked: Asked): Promise<SheetData[]> {
  const { edition, reader, originOf } = asked
  const open = await openTo(db, reader, edition)
  const widest = ({ groupId }: DecisionEntry) => (open.has(groupId) ? 'internal' : 'alliance')
  const wanted = entries.map((decision): Wanted => {
    return { decision, edition: edition === 'public' ? edition : widest(decision) }
  })
  return (await sheetsFor(db, wanted, originOf)).map(sheetData)
}

/** The whole book as it leaves as a file. */
export async function wholeBook(db: Database, entries: DecisionEntry[], asked: Asked): Promise<Book> {
  const said = { ...(await bookFrame(db, entries, asked)), sheets: await sheetsOf(db, entries, asked) }
  return { ...said, checksum: await digestOf(JSON.parse(JSON.stringify(said)) as Plain) }
}

/** The years in which something was decided, the latest on top. */
export const yearsWithDecisions = (db: Database): Promise<{ year: number; count: number }[]> =>
  db
    .select({ year: decisions.year, count: count() })
    .from(decisions)
    .groupBy(decisions.year)
    .orderBy(desc(decisions.year))
