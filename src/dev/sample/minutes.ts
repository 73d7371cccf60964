import { eq } from 'drizzle-orm'
import { citation } from '../../decisions/register/citation.ts'
import { type Decision, decisions } from '../../decisions/register/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'
import { contentOf, firstClientId, stateOf } from '../../documents/content/codec.ts'
import { derivedFrom } from '../../documents/content/derived.ts'
import { plainTextOf } from '../../documents/content/plain-text.ts'
import { documentAuthors, documentStates, documents, snapshots } from '../../documents/schema.ts'
import { checksumOf } from '../../documents/versions/checksum.ts'
import { documentVisits } from '../../documents/visits/schema.ts'
import { seeText } from '../../documents/visits/seeing.ts'
import { type AgendaItem, agendaItems } from '../../meetings/agenda/schema.ts'
import {
  conflictQuestions,
  conflicts,
  itemQuorums,
  itemTimes,
  meetingAttendances,
} from '../../meetings/attendance/schema.ts'
import {
  meetingMinutes,
  minutesCirculations,
  minutesHeadings,
  minutesObjections,
} from '../../meetings/minutes/schema.ts'
import type { Meeting } from '../../meetings/schema.ts'
import { castGroups, type PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { Scene } from './scene.ts'
import { text, written } from './written.ts'

const titles: Partial<Record<AgendaItem['source'], string>> = {
  opening: 'Begrüßung, Anwesenheit, Beschlussfähigkeit',
  miscellaneous: 'Verschiedenes',
  next_date: 'Nächster Termin und Übergabe',
}

/** What was written under each item besides what was decided. */
const said: Record<number, string> = {
  1: 'Ayla eröffnet die Sitzung. Alle neun Sitze sind vertreten.',
  2: 'Kemal gibt ein Bedenken zu Protokoll: Fünf Sätze wären ihm lieber als sieben.',
  3: 'Marlies und Hedwig kommen erst nach diesem Punkt.',
  4: '6 Ja, 2 Nein, 1 Enthaltung. Die Initiative Gute Arbeit Larn gibt ein Minderheitenvotum ab.',
  5: '4 Ja, 4 Nein. Bei Gleichstand ist es abgelehnt. Mirjam ist befangen und stimmt nicht mit.',
  6: 'Alle stimmten zu.',
  7: 'Der Kreis gibt das Papier zurück. Er fragt: Wer bezahlt? Wie wird ausgelost?',
  8: 'Dazu sind wir nicht gekommen.',
  10: 'Die nächste Sitzung ist in fünf Wochen, wieder in Altenlarn.',
}

const there: readonly PersonKey[] = castGroups.kk.members

const late: readonly PersonKey[] = ['marlies', 'hedwig']

const titleOf = ({ source, title }: AgendaItem) => title || (titles[source] ?? '')

/** The decision of an item, word for word. */
const decidedAt = (items: AgendaItem[], taken: Decision[], place: number) =>
  taken.find(({ title }) => title === items[place]?.title)

function words(scene: Scene, items: AgendaItem[], taken: Decision[]): string {
  const names = [...there, 'henrike' as const].map((key) => scene.people[key].name).join(', ')
  const sections = items.flatMap((item, place) => {
    const decision = decidedAt(items, taken, place)
    const number = decision && citation('KK', decision.year, decision.number)
    return [
      `## TOP ${place + 1}: ${titleOf(item)}`,
      ...(decision ? [`Beschluss ${number}: ${decision.wording}`] : []),
      ...(said[place + 1] ? [said[place + 1]] : []),
    ]
  })
  return [`Anwesend: ${names}`, ...sections].join('\n\n')
}

/** Frozen as it went round. */
async function layOut(scene: Scene, meeting: Meeting, content: ReturnType<typeof text>) {
  const [groupId, by] = [scene.group('kk'), scene.person('mirjam')]
  const [begun, sent] = [scene.at('2026-09-08', '19:02'), scene.at('2026-09-14', '18:00')]
  const title = 'Protokoll KK-06'
  const row = {
    groupId,
    kind: 'minutes' as const,
    title,
    createdById: by,
    createdAt: begun,
    editedById: by,
    editedAt: sent,
  }
  const { id: documentId } = first(
    await scene.db
      .insert(documents)
      .values({ ...row, ...derivedFrom(content) })
      .returning(),
  )
  await scene.db.insert(documentStates).values({ documentId, bytes: stateOf(content), coveredSeq: 0, updatedAt: sent })
  await scene.db.insert(documentAuthors).values({ documentId, clientId: firstClientId, personId: by, boundAt: begun })
  const frozen = contentOf(stateOf(content))
  const facts = { plainText: plainTextOf(frozen), checksum: await checksumOf({ title, content: frozen }) }
  const version = {
    documentId,
    groupId,
    number: 1,
    title,
    content: frozen,
    note: 'So ging das Protokoll herum',
    createdById: by,
    createdAt: sent,
  }
  const { id: snapshotId } = first(
    await scene.db
      .insert(snapshots)
      .values({ ...version, ...facts })
      .returning(),
  )
  await scene.db.insert(meetingMinutes).values({ meetingId: meeting.id, documentId, createdAt: begun })
  scene.note({
    kind: 'document.created',
    group: 'kk',
    by: 'mirjam',
    subjectId: documentId,
    facts: { title, kind: 'minutes' },
    at: begun,
  })
  return { documentId, snapshotId }
}

/** Who was there, item by item. */
async function attended(scene: Scene, meeting: Meeting, items: AgendaItem[]): Promise<void> {
  const notedById = scene.person('mirjam')
  const rows = [...there, 'henrike' as const].map((key) => ({
    ...{ meetingId: meeting.id, personId: scene.person(key), notedById },
    arrivedAt: scene.at('2026-09-08', late.includes(key) ? '19:58' : '19:00'),
    leftAt: scene.at('2026-09-08', '21:40'),
  }))
  await scene.db.insert(meetingAttendances).values(rows)
  const starts = ['19:02', '19:15', '19:40', '20:05', '20:25', '20:45', '21:00', '21:20', '21:25', '21:35']
  for (const [place, { id: itemId }] of items.entries()) {
    const [startedAt, endedAt] = [starts[place] ?? '21:35', starts[place + 1] ?? '21:40']
    const times = { startedAt: scene.at('2026-09-08', startedAt), endedAt: scene.at('2026-09-08', endedAt) }
    await scene.db.insert(itemTimes).values({ itemId, ...times })
    const recused = place === 4 ? 1 : 0
    const seats = { unit: 'seats' as const, entitled: 9 - recused, present: 9 - recused, recused }
    await scene.db.insert(itemQuorums).values({ itemId, ...seats, isQuorate: true, createdAt: times.endedAt })
  }
}

const decisionsThen = async (scene: Scene): Promise<Decision[]> =>
  (
    await scene.db
      .select()
      .from(decisions)
      .where(eq(decisions.groupId, scene.group('kk')))
  ).filter(({ year, number }) => year === scene.year && number >= 9 && number <= 13)

/** What stood on the agenda was decided in a round of its own, after the question about conflicts. */
async function askedAndDecided(scene: Scene, items: AgendaItem[], taken: Decision[]): Promise<void> {
  for (const [place, { id: itemId }] of items.entries()) {
    const decision = decidedAt(items, taken, place)
    const [round] = decision?.roundId ? await scene.db.select().from(rounds).where(eq(rounds.id, decision.roundId)) : []
    if (!round) continue
    const askedById = scene.person('ayla')
    await scene.db.insert(conflictQuestions).values({ itemId, askedById, createdAt: scene.at('2026-09-08', '19:15') })
  }
  const money = items[4]
  const mirjam = { personId: scene.person('mirjam'), category: 'office_at_funder', notedById: scene.person('ayla') }
  if (money) await scene.db.insert(conflicts).values({ itemId: money.id, ...mirjam })
}

const itemsOf = (scene: Scene, meeting: Meeting): Promise<AgendaItem[]> =>
  scene.db.select().from(agendaItems).where(eq(agendaItems.meetingId, meeting.id)).orderBy(agendaItems.position)

/** Before the meeting is over: afterwards nobody changes who was there and who was in conflict. */
export async function satTogether(scene: Scene, meeting: Meeting): Promise<void> {
  const items = await itemsOf(scene, meeting)
  await askedAndDecided(scene, items, await decisionsThen(scene))
  await attended(scene, meeting, items)
}

const week = 7 * 86_400_000

/** Whatever day the sample is set up for: the clock of the database lets nobody object too late. */
const stillOpen = (until: Date): Date => new Date(Math.max(until.getTime(), Date.now() + week))

/** The minutes of KK-06 go round, and Kemal remembers item 6 differently (`DOMAIN.md 6.5`). */
export async function minutesStory(scene: Scene, meeting: Meeting): Promise<void> {
  const items = await itemsOf(scene, meeting)
  const taken = await decisionsThen(scene)
  const headings = items.map(({ id: itemId }, place) => ({ itemId, meetingId: meeting.id, number: place + 1 }))
  await scene.db.insert(minutesHeadings).values(headings)
  const content = text(...written(words(scene, items, taken)))
  const { documentId, snapshotId } = await layOut(scene, meeting, content)
  const sentAt = scene.at('2026-09-14', '18:00')
  const signers = { minuteTakerId: scene.person('mirjam'), facilitatorId: scene.person('ayla') }
  const round = { meetingId: meeting.id, number: 1, snapshotId, ...signers, circulatedById: scene.person('mirjam') }
  const until = { objectionsUntil: stillOpen(scene.at('2026-10-12', '18:00')), createdAt: sentAt }
  const { id: circulationId } = first(
    await scene.db
      .insert(minutesCirculations)
      .values({ ...round, ...until })
      .returning(),
  )
  await haveRead(scene, documentId, content)
  await object(scene, meeting, items[5], circulationId)
  const told = { group: 'kk', subjectId: meeting.id, facts: { title: 'KK-06', number: 'KK-06' } } as const
  scene.note({ ...told, kind: 'minutes.circulated', by: 'mirjam', at: sentAt })
  scene.note({ ...told, kind: 'minutes.contested', by: 'kemal', at: scene.at('2026-09-22', '20:10') })
}

/** Whoever came late that evening has not read it yet either: it waits for them. */
async function haveRead(scene: Scene, documentId: string, content: ReturnType<typeof text>): Promise<void> {
  const readers = [...there, 'henrike' as const].filter((key) => !late.includes(key)).map((key) => scene.person(key))
  const frozen = contentOf(stateOf(content))
  for (const personId of readers) await seeText(scene.db, { personId, documentId }, frozen)
  const seenAt = scene.at('2026-09-17', '20:30')
  await scene.db.update(documentVisits).set({ seenAt }).where(eq(documentVisits.documentId, documentId))
}

async function object(scene: Scene, meeting: Meeting, item: AgendaItem | undefined, circulationId: string) {
  if (!item) return
  await scene.db.insert(minutesObjections).values({
    ...{ meetingId: meeting.id, circulationId, itemId: item.id, raisedById: scene.person('kemal') },
    ...{ present: 'Alle stimmten zu.', wished: 'Angenommen mit einer Enthaltung.' },
    createdAt: scene.at('2026-09-22', '20:10'),
  })
}
