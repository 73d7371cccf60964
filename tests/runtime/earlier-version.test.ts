import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createApp } from '#src/app.tsx'
import { verify } from '#src/decisions/chain/verifying.ts'
import { citation } from '#src/decisions/register/citation.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { roundEntries } from '#src/decisions/rounds/entries.ts'
import { roundLetter } from '#src/decisions/rounds/notices/routes.tsx'
import { rounds } from '#src/decisions/rounds/schema.ts'
import { loadSample } from '#src/dev/sample.ts'
import { documents, snapshots } from '#src/documents/schema.ts'
import { groups } from '#src/groups/schema.ts'
import { people } from '#src/identity/schema.ts'
import { startSession } from '#src/identity/sessions.ts'
import { paths } from '#src/paths.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import { connect, migrateDatabase, openDatabase, type Place, socketPlace } from '#src/runtime/postgres/database.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { type Browse, browse } from '../support/browse.ts'
import { emptyTemplate, freshDatabase } from '../support/databases.ts'
import { testSettings } from '../support/world.ts'
import { fillEarlier, migrateUpTo } from './earlier-database.ts'

/** The last one before documents had comments, suggestions and a life-cycle. */
const before = 8

const stagesThen: Record<string, string> = { in_review: 'draft', published: 'adopted', archived: 'draft' }
const kindsThen: Record<string, string> = { invitation: 'event_concept', comparison: 'position' }

const methodsThen: Record<string, string> = { consensus: 'consent', systemic_consensing: 'majority' }
const outcomesThen = ['adopted', 'rejected', 'not_quorate', 'undecided']
const choicesThen: Record<string, string> = {
  ...{ support: 'consent', reservations: 'concern', stand_aside: 'concern', serious_concerns: 'concern' },
  ...{ block: 'objection', rated: 'yes', void: 'abstain' },
}

const ruledThen = ['allowedMethods', 'defaultMethod', 'quorum', 'majorityBase', 'threshold', 'tieRule']

type Row = Record<string, unknown>

/** Rules said six things, of two methods. */
function rulesThen(rules: Row): Row {
  const known = Object.fromEntries(ruledThen.map((name) => [name, rules[name]]))
  const asked = (rules.allowedMethods as string[]).map((method) => methodsThen[method] ?? method)
  return {
    ...known,
    allowedMethods: [...new Set(asked)],
    defaultMethod: methodsThen[String(rules.defaultMethod)] ?? rules.defaultMethod,
  }
}

/** Every seat was a person's, and had one answer, which was overwritten. */
interface Then {
  /** Seat → who sat on it. */
  holders: Map<unknown, unknown>
  /** The last answer of each seat. */
  answers: Set<unknown>
}

async function sittingThen(place: Place): Promise<Then> {
  const client = connect(place, { max: 1 })
  const held = await client`select round_id, seat_id, person_id from seat_holders order by rank, seat_id, person_id`
  const said = await client`select distinct on (seat_id) id, choice from ballots order by seat_id, seq desc`
  await client.end()
  const holders = new Map<unknown, unknown>()
  const taken = new Set<string>()
  for (const { round_id, seat_id, person_id } of held) {
    if (holders.has(seat_id) || taken.has(round_id + person_id)) continue
    holders.set(seat_id, person_id)
    taken.add(round_id + person_id)
  }
  return { holders, answers: new Set(said.filter(({ choice }) => choice).map(({ id }) => id)) }
}

const outcomeThen = (outcome: unknown, otherwise: string) =>
  outcomesThen.includes(String(outcome)) ? outcome : otherwise

/** Two methods, three answers each, and seats that belong to a person. */
function decidingThen(table: string, row: Row, { holders, answers }: Then): Row | null {
  const method = methodsThen[String(row.method)] ?? row.method
  const seat = table === 'seats' ? row.id : row.seat_id
  if (seat && !holders.has(seat)) return null
  if (table === 'seats') return { ...row, kind: 'person', weight: 1, holder_id: holders.get(seat) }
  if (table === 'ballots')
    return answers.has(row.id)
      ? {
          ...row,
          choice: choicesThen[String(row.choice)] ?? row.choice,
          cast_by_id: holders.get(row.seat_id),
          cast_at: row.received_at,
          reason: row.reason || '–',
        }
      : null
  if (table === 'rounds') return { ...row, method, rules: rulesThen(row.rules as Row) }
  if (table === 'rule_sets') return { ...row, rules: rulesThen(row.rules as Row) }
  if (table === 'counts')
    return {
      ...row,
      outcome: outcomeThen(row.outcome, 'undecided'),
      counted_by_id: row.counted_by_id ?? [...holders.values()][0],
    }
  if (table === 'decisions') return { ...row, method, outcome: outcomeThen(row.outcome, 'rejected') }
  if (table === 'objection_endings') return row.kind === 'downgraded' ? { ...row, kind: 'withdrawn' } : row
  return row
}

const asBefore =
  (then: Then) =>
  (table: string, row: Row): Row | null => {
    const decided = decidingThen(table, row, then)
    return decided && documentsThen(table, decided)
  }

function documentsThen(table: string, row: Row): Row | null {
  if (table === 'documents' && row.is_template) return null
  if (table === 'documents')
    return {
      ...row,
      stage: stagesThen[String(row.stage)] ?? row.stage,
      kind: kindsThen[String(row.kind)] ?? row.kind,
    }
  if (table === 'snapshots') return row.suffix === '' ? row : null
  if (table === 'role_terms') return row.role === 'publisher' ? null : row
  return row
}

async function nothingYet(): Promise<Place> {
  const name = `earlier_${randomUUID().replaceAll('-', '')}`
  const client = connect(socketPlace(inject('socket')), { max: 1 })
  await client`create database ${client(name)}`
  await client.end()
  return socketPlace(inject('socket'), name)
}

const report = (event: string, error: unknown) => process.stderr.write(`${event} ${String(error)}\n`)

let filled: Map<string, number>
let ports: NodePorts
let swantje: Browse

beforeAll(async () => {
  const [now, then] = [await freshDatabase(emptyTemplate), await nothingYet()]
  const sample = openDatabase(now, 2)
  await loadSample(sample.db, new Date())
  await sample.end()
  await migrateUpTo(then, before)
  filled = await fillEarlier(now, then, asBefore(await sittingThen(now)))
  await migrateDatabase(then)
  ports = await nodePorts({ place: then, mail: keptMail(), log: { info: () => undefined, error: report } })
  const app = createApp(() => ports, testSettings, readProvided())
  const fetch = (request: Request) => app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  const [person] = await ports.db.select().from(people).where(sql`${people.name} like 'Swantje%'`)
  const { cookie } = await startSession(ports.db, testSettings, person?.id ?? '', 'Test')
  swantje = browse(fetch, testSettings.publicUrl, cookie.split(';')[0])
}, 120_000)

afterAll(() => ports?.end())

const ownTexts = () =>
  ports.db
    .select({ document: documents, group: groups })
    .from(documents)
    .innerJoin(groups, and(eq(groups.id, documents.groupId), eq(groups.slug, 'en')))

describe('a database of the version before', () => {
  test('is migrated with everything that is in it', async () => {
    const counted = await Promise.all(
      [...filled.keys()].map(async (table) => {
        const [row] = await ports.db.execute<{ count: number }>(
          sql`select count(*)::int as count from ${sql.identifier(table)}`,
        )
        return [table, table === 'sessions' ? filled.get(table) : row?.count] as const
      }),
    )
    expect(new Map(counted)).toEqual(filled)
    expect(filled.get('snapshots')).toBeGreaterThan(3)
    expect(filled.get('decisions')).toBeGreaterThan(3)
  })

  test('has all of its decisions in the chain', async () => {
    const verdict = await verify(ports.db)
    expect(verdict).toMatchObject({ entries: filled.get('decisions'), problem: null })
  })

  test('shows every text with its versions and where it stands', async () => {
    const texts = await ownTexts()
    expect(texts.length).toBeGreaterThan(2)
    for (const { document, group } of texts)
      for (const path of [
        paths.document(group, document),
        paths.documentDraft(group, document),
        paths.versions(group, document),
        paths.stage(group, document),
        paths.editDocument(group, document),
      ])
        expect([path, (await swantje(path)).status]).toEqual([path, 200])
    for (const path of ['/', '/decisions', '/groups/en', '/groups/en/documents'])
      expect([path, (await swantje(path)).status]).toEqual([path, 200])
  })

  test('shows every round and every decision, and writes about them', async () => {
    const led = await ports.db.select({ id: rounds.id, groupId: rounds.groupId }).from(rounds)
    const here = (await ports.db.select().from(groups)).filter(({ slug }) => slug === 'en' || slug === 'kk')
    expect(led.length).toBeGreaterThan(5)
    for (const group of here)
      for (const round of led.filter(({ groupId }) => groupId === group.id)) {
        const seen = [paths.round(group, round), paths.roundRoll(group, round), paths.roundMeeting(group, round)]
        for (const path of seen) expect([path, (await swantje(path)).status < 500]).toEqual([path, true])
        expect((await swantje(paths.round(group, round))).status).toBe(200)
      }
    for (const decision of await ports.db.select().from(decisions)) {
      const { prefix } = here.find(({ id }) => id === decision.groupId) ?? {}
      if (!prefix) continue
      const path = paths.decision(citation(prefix, decision.year, decision.number))
      expect([path, (await swantje(path)).status]).toEqual([path, 200])
    }
    const person = { name: 'Swantje', lang: 'de' as const }
    const group = here.find(({ slug }) => slug === 'en')
    if (!group) throw new Error('no group')
    for (const entry of await roundEntries(ports.db, eq(rounds.groupId, group.id)))
      for (const kind of ['invitation', 'half_time', 'result'] as const)
        expect(await roundLetter(testSettings)(ports.db, { kind, person, group, entry, extended: null })).toMatchObject(
          {
            subject: expect.stringContaining(entry.round.title),
          },
        )
  })

  test('goes on from there: the next version, a review, and laying aside', async () => {
    const [text] = (await ownTexts()).filter(({ document }) => document.stage === 'draft')
    if (!text) throw new Error('no draft')
    const { document, group } = text
    const review = { form: { until: '2099-10-20', note: '' } }
    expect((await swantje(paths.reviews(group, document), review)).status).toBe(303)
    expect((await swantje(paths.archiving(group, document), { form: { reason: 'Alt' } })).status).toBe(303)
    const [now] = await ports.db.select().from(documents).where(eq(documents.id, document.id))
    expect(now?.stage).toBe('archived')
  })

  test('keeps what was frozen then as it was', async () => {
    const [snapshot] = await ports.db.select().from(snapshots).limit(1)
    expect(snapshot).toMatchObject({ suffix: '', originalId: null })
    const change = ports.db
      .update(snapshots)
      .set({ suffix: 'a' })
      .where(eq(snapshots.id, snapshot?.id ?? ''))
    await expect(change).rejects.toThrow()
  })
})
