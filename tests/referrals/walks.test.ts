import { and, asc, eq, isNotNull, isNull, not, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openWishes } from '#src/decisions/agenda/wishes.ts'
import { plannedFor } from '#src/meetings/agenda/planned-for.ts'
import { agendaItems, itemEndings } from '#src/meetings/agenda/schema.ts'
import { whatWaits } from '#src/meetings/agenda/waiting.ts'
import { comingMeetings } from '#src/meetings/model.ts'
import { meetings } from '#src/meetings/schema.ts'
import { isOverIn } from '#src/meetings/standing.ts'
import { type ReferralEntry, referralEntries } from '#src/referrals/entries.ts'
import { inbox, returnedTo } from '#src/referrals/model.ts'
import { withPlanned } from '#src/referrals/planned.ts'
import { answers, referrals } from '#src/referrals/schema.ts'
import { isEnd, mayFollow, type ReferralState } from '#src/referrals/states.ts'
import { pick, type Random, seeded } from '../decisions/counting/random.ts'
import { meeting } from '../meetings/planning-setting.ts'
import { type World, world } from '../support/world.ts'
import { type Hands, hands, senders } from './hands.ts'

const steps = 26

/** `SEEDS=1-50` for more, `SEEDS=14-14` to see one again. */
function seedsToWalk(): number[] {
  const [first = 1, last = first + 1] = (process.env.SEEDS ?? '').split('-').map(Number).filter(Boolean)
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}

const all = (w: World): Promise<ReferralEntry[]> => referralEntries(w.db, sql`true`, asc(referrals.number))

const isReturned = (entry: ReferralEntry, others: ReferralEntry[]) =>
  entry.state === 'returned' && !others.some(({ followsId }) => followsId === entry.id)

type Deed = (entry: ReferralEntry, h: Hands) => Promise<unknown>

/** With what is open. */
const onOpen: Record<string, Deed> = {
  'takes it up': (entry, h) => h.takesUp(entry),
  'takes it up once more': (entry, h) => h.takesUp(entry),
  'decides yes': (entry, h) => h.decides(entry, 'yes'),
  'decides no': (entry, h) => h.decides(entry, 'no'),
  'decides nothing': (entry, h) => h.decides(entry, 'abstain'),
  'is established': (entry, h) => h.confirms(entry),
  'reports an adoption': (entry, h) => h.reports(entry, 'adopted'),
  'reports a rejection': (entry, h) => h.reports(entry, 'rejected'),
  'confirms the report': (entry, h) => h.confirmsReport(entry),
  'discards the report': (entry, h) => h.discardsReport(entry),
  'puts it off': (entry, h) => h.defers(entry),
  'returns it': (entry, h) => h.returns(entry),
  'takes note': (entry, h) => h.notes(entry),
  'takes it back': (entry, h) => h.takesBack(entry),
  'proposes a newer one': (entry, h) => h.proposesReplacement(entry),
  'agrees to the newer one': (entry, h) => h.answersReplacement(entry, true),
  'keeps the older one': (entry, h) => h.answersReplacement(entry, false),
}

/** What the circle does with its meetings; each with what is there at that moment. */
async function meet(w: World, random: Random, open: ReferralEntry[]): Promise<string> {
  const kk = meeting(w)
  const coming = await comingMeetings(w.db, w.groups.kk.id)
  const next = coming.length > 0 ? pick(random, coming) : null
  if (!next || random(5) === 0) return `plans ${(await kk.plan(3 + random(60))).cited}`
  const items = (await kk.agenda(next)).filter(({ ending }) => ending === null)
  const item = items.length > 0 ? pick(random, items) : null
  const matter = open.length > 0 ? pick(random, open) : null
  const acts: Record<string, () => Promise<unknown>> = {
    fills: () => kk.fill(next),
    schedules: async () => matter && kk.schedule(next, matter),
    finishes: async () => item && kk.finish(next, item),
    'takes off': async () => item && kk.remove(next, item),
    ends: () => kk.end(next),
    cancels: () => kk.cancel(next),
  }
  const name = pick(random, Object.keys(acts))
  await acts[name]?.()
  return `${name} ${next.cited}`
}

async function step(w: World, h: Hands, random: Random): Promise<string> {
  const known = await all(w)
  const open = known.filter(({ answer }) => !answer)
  const returned = known.filter((entry) => isReturned(entry, known))
  const turn = random(100)
  if (open.length < 2 || turn < 12) {
    const from = pick(random, senders)
    const to = pick(random, ['kk', 'kk', from === 'en' ? 'lw' : 'en'] as const)
    return `${from} sends ${(await h.send(from, to)).number} to ${to}`
  }
  const back = returned.length > 0 && turn < 20 ? pick(random, returned) : null
  if (back) return `${back.cited} is sent again as ${(await h.again(back)).number}`
  const inCircle = open.filter(h.isCircle)
  if (turn < 45) return meet(w, random, inCircle)
  const entry = pick(random, open)
  const name = pick(random, Object.keys(onOpen))
  await onOpen[name]?.(entry, h)
  return `${name}: ${entry.cited}`
}

/** Where each open matter of the circle is: on an agenda that is to come, or on the next one that fills itself. */
async function placesIn(w: World): Promise<Map<string, number>> {
  const far = { id: crypto.randomUUID(), groupId: w.groups.kk.id, startsAt: new Date('2099-01-01') }
  const waiting = new Set<string>()
  for (const { referralId, wishId } of await whatWaits(w.db, w.groups.kk, far)) waiting.add(referralId ?? wishId ?? '')
  const places = new Map([...waiting].map((id) => [id, 1]))
  const open = await w.db
    .select({ referralId: agendaItems.referralId, wishId: agendaItems.wishId })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .where(and(isNull(itemEndings.itemId), not(isOverIn)))
  for (const { referralId, wishId } of open) {
    const id = referralId ?? wishId
    if (id) places.set(id, (places.get(id) ?? 0) + 1)
  }
  return places
}

async function expectNothingLost(w: World, known: ReferralEntry[], said: string): Promise<void> {
  const open = known.filter(({ answer }) => !answer)
  for (const key of ['kk', 'en', 'lw'] as const) {
    const here = open.filter(({ toId }) => toId === w.groups[key].id).map(({ id }) => id)
    const listed = (await inbox(w.db, w.groups[key].id)).map(({ id }) => id)
    expect(listed.sort(), said).toEqual(here.sort())
    const back = known.filter((entry) => entry.fromId === w.groups[key].id && isReturned(entry, known))
    expect((await returnedTo(w.db, w.groups[key].id)).map(({ id }) => id).sort(), said).toEqual(
      back.map(({ id }) => id).sort(),
    )
  }
  const places = await placesIn(w)
  for (const { id, toId, cited } of open)
    if (toId === w.groups.kk.id) expect([cited, places.get(id)], said).toEqual([cited, 1])
  for (const { wish } of await openWishes(w.db, w.groups.kk.id))
    expect([wish.title, places.get(wish.id)], said).toEqual([wish.title, 1])
}

/** Everything takes the usual way to an end. */
async function finish(w: World, h: Hands): Promise<void> {
  for (let left = 4; left > 0; left--)
    for (const entry of await all(w)) {
      if (entry.answer) continue
      if (entry.takenUp?.recordId) await h.confirmsReport(entry)
      else if (entry.takenUp?.isBeingDecided) await h.confirms(entry)
      else await h.returns(entry)
    }
}

test.each(seedsToWalk())(
  'no referral ends unanswered and no open item drops out, whatever three groups do (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    const w = await world()
    const [h, random] = [hands(w), seeded(seed)]
    const taken: string[] = []
    const before = new Map<string, ReferralState>()
    try {
      for (let turn = 0; turn < steps; turn++) {
        taken.push(await step(w, h, random))
        const said = `SEEDS=${seed}-${seed}\n${taken.join('\n')}`
        const known = await withPlanned(w.db, plannedFor, await all(w))
        for (const { id, state } of known) {
          const was = before.get(id) ?? 'forwarded'
          expect([was, state, mayFollow(was, state)], said).toEqual([was, state, true])
          before.set(id, state)
        }
        await expectNothingLost(w, known, said)
      }
      await finish(w, h)
      const ended = await all(w)
      expect(ended.filter(({ state }) => !isEnd(state)).map(({ cited }) => cited)).toEqual([])
      expect(await w.db.$count(answers, isNotNull(answers.referralId))).toBe(ended.length)
    } finally {
      await w.ports.end()
    }
  },
)
