import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Proposal, proposedRules } from '#src/decisions/proposals/schema.ts'
import { decisionNotes } from '#src/decisions/register/schema.ts'
import { rounds } from '#src/decisions/rounds/schema.ts'
import { uponCurrent } from '#src/decisions/rules/merging.ts'
import { asTyped, typedFrom } from '#src/decisions/rules/typed.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { presetRules } from '#src/groups/rule-presets.ts'
import { currentRules, ruleHistory } from '#src/groups/rule-sets.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import { ruleSets } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { deciding } from '../setting.ts'
import { newestProposal } from './newest.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

type Typed = Record<string, string | string[]>

const typed = (rules: Rules, base: number, more: Typed = {}): Typed => ({
  ...(JSON.parse(JSON.stringify(asTyped(typedFrom({ rules, legalBasis: '' })))) as Typed),
  base: String(base),
  ...more,
})

const newest = () => newestProposal(w)

const current = () => currentRules(w.db, w.groups.en.id)

async function proposed(changed: Partial<Rules>) {
  const { rules, version } = await current()
  const form = typed({ ...rules, ...changed }, version)
  const answer = await (await w.as('gerd'))(paths.rulesProposals(w.groups.en), { form })
  expect(answer.status).toBe(303)
  return newest()
}

const opens = async (proposal: Proposal, by: PersonKey = 'swantje') =>
  (await w.as(by))(paths.rounds(w.groups.en, proposal), {
    form: { method: 'majority', version: String(proposal.version), way: 'online', closesOn: '2027-06-01' },
  })

const roundOn = async ({ id }: { id: string }) => {
  const [round] = await w.db.select().from(rounds).where(eq(rounds.proposalId, id))
  if (!round) throw new Error('Not opened')
  return round
}

async function decided(proposal: Proposal) {
  const en = deciding(w)
  expect((await opens(proposal)).status).toBe(303)
  const round = await roundOn(proposal)
  await en.answers(round, { swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'yes' })
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  return { round, establish: () => en.finalise('fritjof', round, count) }
}

describe('changes of rules come one after the other', () => {
  test('what was written for earlier rules is not asked about before it goes by those that hold', async () => {
    const first = await proposed({ alertFrom: 7 })
    const second = await proposed({ proxiesPerHolder: 2 })
    await (await decided(first)).establish()

    const page = await (await (await w.as('swantje'))(paths.proposal(w.groups.en, second))).text()
    expect(page).toContain('Dieser Vorschlag geht noch von früheren Regeln aus.')
    const refused = await opens(second)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Seit diesem Vorschlag hat die Gruppe ihre Regeln geändert.')

    const path = paths.proposedRules(w.groups.en, second)
    const form = await (await (await w.as('gerd'))(path)).text()
    expect(form).toContain('Inzwischen gelten andere Regeln.')
    expect(form).toMatch(/name="alertFrom"[^>]*value="7"|value="7"[^>]*name="alertFrom"/)
    expect(form).toMatch(/name="base" value="2"/)
    const upon = typed({ ...(await current()).rules, proxiesPerHolder: 2 }, 2, { version: '1' })
    expect((await (await w.as('gerd'))(path, { form: upon })).status).toBe(303)
    await (await decided(await newest())).establish()
    expect((await current()).rules).toMatchObject({ alertFrom: 7, proxiesPerHolder: 2 })
  })

  test('whoever typed while the group decided is told, and loses nothing', async () => {
    const { rules, version } = await current()
    const late = typed({ ...rules, alertFrom: 5 }, version - 1)
    const refused = await (await w.as('gerd'))(paths.rulesProposals(w.groups.en), { form: late })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Inzwischen hat die Gruppe ihre Regeln geändert.')
    expect(page).toMatch(new RegExp(`name="base" value="${version}"`))
    expect(page).toContain('value="5"')
  })

  test('two are not asked about at once, and not before the first is established', async () => {
    const first = await proposed({ alertFrom: 9 })
    const second = await proposed({ proxiesPerHolder: 1 })
    const [one, other] = await Promise.all([opens(first), opens(second)])
    expect([one.status, other.status].sort()).toEqual([303, 422])
    const [asked, waiting] = one.status === 303 ? [first, second] : [second, first]
    const told = await opens(waiting)
    expect(await told.text()).toContain('Gerade entscheidet die Gruppe schon über andere Regeln.')

    const en = deciding(w)
    const round = await roundOn(asked)
    await en.answers(round, { swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'yes' })
    const count = await en.count('swantje', round)
    expect((await opens(waiting)).status).toBe(422)
    if (count) await en.finalise('fritjof', round, count)
    expect((await opens(waiting)).status).toBe(422)
    const heat = await en.propose('gerd')
    expect((await opens(heat)).status).toBe(303)
  })

  test('the database keeps to that, whoever asks', async () => {
    const { version, rules } = await current()
    const outdated = await proposed({ alertFrom: 3 })
    await w.db.transaction(async (tx) => {
      await tx.execute('set local session_replication_role = replica')
      const key = and(eq(proposedRules.proposalId, outdated.id), eq(proposedRules.version, 1))
      await tx
        .update(proposedRules)
        .set({ base: version - 1 })
        .where(key)
    })
    const values = {
      ...{ proposalId: outdated.id, groupId: outdated.groupId, number: 1, method: 'majority' as const, rules },
      ...{ title: 'x', wording: 'x', rationale: '', proposalVersion: 1, ruleSetVersion: version },
      ...{ openedById: w.people.swantje.id, closesAt: new Date(Date.now() + 86_400_000) },
    }
    await expect(w.db.insert(rounds).values(values)).rejects.toMatchObject({
      cause: { constraint_name: 'rules_upon_those_that_hold' },
    })
  })
})

describe('a decision about rules that is annulled', () => {
  async function annul(decision: { id: string; number: number; year: number }) {
    const cited = `EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    const form = { kind: 'annulment', reason: 'In der falschen Gruppe erfasst.' }
    const path = paths.notes(w.groups.en, decision)
    expect((await (await w.as('swantje'))(path, { form })).status).toBe(303)
    const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, decision.id))
    if (!note) throw new Error('Nothing was proposed')
    const signing = paths.noteSignature(w.groups.en, decision, note)
    expect((await (await w.as('fritjof'))(signing, { form: {} })).status).toBe(303)
    return cited
  }

  test('leaves the rules as they were before it, and says so', async () => {
    const before = await current()
    const decision = await (await decided(await proposed({ alertFrom: 4 }))).establish()
    const between = await current()
    const cited = await annul(decision)
    const now = await current()
    expect([before.version, between.version, now.version]).toEqual([1, 2, 3].map((n) => n + before.version - 1))
    expect(now).toMatchObject({ rules: before.rules, legalBasis: before.legalBasis, givenBy: `annulled:${cited}` })
    const page = await (await (await w.as('gerd'))(paths.rules(w.groups.en))).text()
    expect(page).toContain('wieder wie davor, durch die Aufhebung von')
    expect(page).toContain(`href="${paths.decision(cited)}"`)
    const book = await (await (await w.as('gerd'))(paths.book(decision.year))).text()
    expect(book).toContain(`${cited} hatte sie geändert und ist aufgehoben.`)
    expect(book).not.toContain('annulled:')
  })

  test('changes nothing about what the group has decided since', async () => {
    const older = await (await decided(await proposed({ alertFrom: 6 }))).establish()
    await (await decided(await proposed({ alertFrom: 2 }))).establish()
    const before = await ruleHistory(w.db, w.groups.en.id)
    await annul(older)
    expect(await ruleHistory(w.db, w.groups.en.id)).toEqual(before)
  })

  test('brings back nothing else than that', async () => {
    const { version } = await current()
    const values = { groupId: w.groups.en.id, version: version + 1, rules: presetRules.consensus }
    const [last] = await ruleHistory(w.db, w.groups.en.id)
    const forged = w.db.insert(ruleSets).values({ ...values, givenBy: `annulled:${last?.givenBy}` })
    await expect(forged).rejects.toMatchObject({ cause: { constraint_name: 'rules_are_decided' } })
  })
})

test('a proposal upon newer rules keeps what it wants and follows in everything else', () => {
  const base = { rules: initialRules, legalBasis: '' }
  const wished = { rules: { ...initialRules, circular: { ...initialRules.circular, minDays: 3 } }, legalBasis: '' }
  const circular = { ...initialRules.circular, minActive: 2 }
  const now = { rules: { ...initialRules, circular, alertFrom: 6 }, legalBasis: 'Satzung § 9' }
  expect(uponCurrent(base, wished, now)).toEqual({
    rules: { ...now.rules, circular: { ...circular, minDays: 3 } },
    legalBasis: 'Satzung § 9',
  })
})
