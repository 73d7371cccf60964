import { eq, inArray, isNull, or } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { ballots, type Choice } from '#src/decisions/ballots/schema.ts'
import { neverSent } from '#src/decisions/paper-stage.ts'
import { findMatter } from '#src/decisions/proposals/matters.ts'
import { withdrawProposal } from '#src/decisions/proposals/proposing.ts'
import { rework } from '#src/decisions/proposals/reworking.ts'
import { proposalWithdrawals } from '#src/decisions/proposals/schema.ts'
import { holdRound } from '#src/decisions/rounds/casting.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { openRound } from '#src/decisions/rounds/opening.ts'
import { counts, type Round, rounds } from '#src/decisions/rounds/schema.ts'
import { seatHolders } from '#src/decisions/seats/schema.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import { answered, cameBack, inbox, underWay } from '#src/referrals/model.ts'
import { answers, type Referral } from '#src/referrals/schema.ts'
import { until } from '../../decisions/setting.ts'
import { type World, world } from '../../support/world.ts'
import { type Between, between } from '../setting.ts'

let w: World
let we: Between

beforeAll(async () => {
  w = await world()
  we = between(w)
})

/** Whole numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

type Step = (entry: ReferralEntry) => Promise<unknown>

const matterOf = ({ takenUp }: ReferralEntry) =>
  findMatter(w.db, w.groups.kk.id, takenUp?.proposalId ?? crypto.randomUUID())

const latestRound = async (entry: ReferralEntry) => (await matterOf(entry))?.rounds[0]

/** The end is reckoned from when it is really opened, however long everything before that has taken. */
async function opens(entry: ReferralEntry, method: Round['method'], lasting: number) {
  const proposal = (await matterOf(entry))?.proposal
  const openedById = w.people.ayla.id
  const draft = () => ({ method, closesAt: new Date(Date.now() + lasting), openedById })
  return proposal && change(w.ports, (tx, record) => openRound(tx, record, proposal, draft()))
}

const aDay = 86_400_000

/** Everybody answers; a round that was counted meanwhile takes no answer any more. */
async function everybodySays(round: Round, choice: Choice) {
  const roll = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
  const cast = roll.map(({ seatId, personId }) => ({
    seatId,
    roundId: round.id,
    method: round.method,
    castById: personId,
  }))
  const rows = cast.map((one) => ({ ...one, choice, reason: 'Darum.', receivedAt: new Date() }))
  await w.db.transaction(async (tx) => {
    const { count } = await holdRound(tx, round.id)
    if (!count) await tx.insert(ballots).values(rows).onConflictDoNothing()
  })
}

async function countsIt(entry: ReferralEntry, [yes, no]: [Choice, Choice], isYes: boolean) {
  const latest = await latestRound(entry)
  if (!latest || latest.count) return
  const choice = latest.round.method === 'majority' ? (isYes ? 'yes' : 'no') : isYes ? yes : no
  await everybodySays(latest.round, choice)
  await change(w.ports, (tx, record) => countRound(tx, record, latest.round, w.people.ayla.id))
}

async function confirms(entry: ReferralEntry) {
  const latest = await latestRound(entry)
  if (latest?.count && !latest.decision && ['adopted', 'rejected'].includes(latest.count.outcome)) {
    await we.confirms(latest.round, latest.count)
  }
}

/** Nobody answers until the time is over: nothing was decided. */
async function lapses(entry: ReferralEntry) {
  const round = await opens(entry, 'majority', 60)
  // Whoever opens second gets the round that is running, and that one may last.
  if (!round || round.closesAt.getTime() > Date.now() + 1000) return
  await until(round.closesAt)
  await change(w.ports, (tx, record) => countRound(tx, record, round, w.people.ayla.id))
}

async function withdraws(entry: ReferralEntry) {
  const proposal = (await matterOf(entry))?.proposal
  const by = w.people.henrike.id
  if (proposal) await change(w.ports, (tx, record) => withdrawProposal(tx, record, proposal, 'Doch nicht.', by))
}

async function rewords(entry: ReferralEntry) {
  const proposal = (await matterOf(entry))?.proposal
  const draft = { title: entry.title, wording: `Anders gesagt, ${crypto.randomUUID()}.` }
  const wish = { actorId: w.people.ayla.id, endsRound: false, sendings: neverSent }
  if (proposal) await change(w.ports, (tx, record) => rework(tx, record, proposal, draft, wish))
}

const recordOf = ({ takenUp }: ReferralEntry) => (takenUp?.recordId ? { recordId: takenUp.recordId } : null)

async function ofReport(entry: ReferralEntry, act: (report: { recordId: string }) => Promise<unknown>) {
  const report = recordOf(entry)
  if (report) await act(report)
}

const steps = {
  'takes up': (entry) => we.takesUp(entry),
  'opens a round': (entry) => opens(entry, 'consent', aDay),
  'asks for a majority': (entry) => opens(entry, 'majority', aDay),
  'lets a round lapse': lapses,
  'counts a yes': (entry) => countsIt(entry, ['consent', 'objection'], true),
  'counts a no': (entry) => countsIt(entry, ['consent', 'objection'], false),
  confirms,
  withdraws,
  rewords,
  returns: (entry) => we.returns(entry),
  notes: (entry) => we.notes(entry),
  reports: (entry) => we.reports(entry),
  'reports a no': (entry) => we.reports(entry, { outcome: 'rejected' }),
  'confirms the report': (entry) => ofReport(entry, (report) => we.confirmsReport(report)),
  'discards the report': (entry) => ofReport(entry, (report) => we.discards(report)),
} satisfies Record<string, Step>

type Name = keyof typeof steps

const all = Object.keys(steps) as Name[]

const reporting: Name[] = ['reports', 'reports a no']
const ending: Name[] = ['returns', 'notes']
const asking: Name[] = ['opens a round', 'asks for a majority', 'lets a round lapse']

/** What makes sense now. */
async function sensible(entry: ReferralEntry): Promise<Name[]> {
  if (entry.answer) return all
  if (!entry.takenUp) return ['takes up', 'takes up', ...reporting]
  if (entry.takenUp.recordId) return ['confirms the report', 'discards the report', 'discards the report']
  const latest = await latestRound(entry)
  if (latest && !latest.count) return ['counts a yes', 'counts a no', 'counts a no']
  return entry.takenUp.isBeingDecided ? ['confirms'] : [...asking, ...asking, 'withdraws', 'rewords', ...reporting]
}

/** Mostly what makes sense; now and then anything at all, and an end by returning or noting. */
async function chosen(entry: ReferralEntry, roll: (sides: number) => number): Promise<Name> {
  const likely = await sensible(entry)
  const turn = roll(14)
  const from = turn === 0 ? ending : turn < 4 ? all.filter((name) => !ending.includes(name)) : likely
  return from[roll(from.length)] ?? 'takes up'
}

const answersTo = ({ id }: Referral) => w.db.$count(answers, eq(answers.referralId, id))

/** In the inbox and without an answer, or with one answer and out of it. */
async function expectOnePlace(referral: Referral, taken: string[]) {
  const has = (entries: ReferralEntry[]) => entries.filter(({ id }) => id === referral.id).length
  const given = await answersTo(referral)
  const places = {
    answers: given,
    inbox: has(await inbox(w.db, w.groups.kk.id)),
    answered: has(await answered(w.db, w.groups.kk.id)),
    sent: has([...(await underWay(w.db, w.groups.en.id)), ...(await cameBack(w.db, w.groups.en.id))]),
  }
  expect([taken, places]).toEqual([taken, { answers: given, inbox: 1 - given, answered: given, sent: 1 }])
}

/** Whatever has happened, somebody can still bring it to its answer with the usual steps. */
async function bringToItsEnd(referral: Referral) {
  for (let left = 4; left > 0; left--) {
    const entry = await we.find(referral, 'kk')
    if (entry.answer) return
    if (recordOf(entry)) await ofReport(entry, (report) => we.confirmsReport(report))
    else if (!entry.takenUp?.isBeingDecided) await we.returns(entry)
    else if ((await latestRound(entry))?.count) await confirms(entry)
    else await countsIt(entry, ['consent', 'objection'], true)
  }
}

test.each(Array.from({ length: 16 }, (_, seed) => seed))(
  'no referral ends without its one answer, whatever way it goes (%i)',
  async (seed) => {
    const roll = dice(seed)
    const { snapshot, document, ...withText } = await we.sendText(`Weg ${seed}`)
    const referral: Referral = seed % 2 === 0 ? withText : await we.send(null)
    const taken: string[] = []
    for (let turn = 0, after = 0; turn < 12 && after < 3; turn++) {
      const entry = await we.find(referral, 'kk')
      if (entry.answer) after++
      const together = [await chosen(entry, roll), ...(roll(3) === 0 ? [await chosen(entry, roll)] : [])]
      taken.push(together.join(' + '))
      await Promise.all(together.map((name) => steps[name](entry)))
      expect([taken, await answersTo(referral)]).toEqual([taken, entry.answer ? 1 : expect.any(Number)])
    }
    await expectOnePlace(referral, taken)
    await bringToItsEnd(referral)
    expect([taken, await answersTo(referral)]).toEqual([taken, 1])
    await expectOnePlace(referral, taken)
  },
)

test('nobody is asked any more about what was put aside', async () => {
  const asked = await w.db
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(proposalWithdrawals, eq(proposalWithdrawals.proposalId, rounds.proposalId))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(or(isNull(counts.roundId), inArray(counts.outcome, ['adopted', 'rejected'])))
  expect(asked).toEqual([])
})
