import { describe, expect, test } from 'vitest'
import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import { mayEndObjection, mayFindIntegrated, mayProposeLapse, maySignLapse } from '#src/decisions/objections/policy.ts'
import type { Officer } from '#src/decisions/officers.ts'
import {
  mayAnswer,
  mayConfirm,
  mayCount,
  mayDiscard,
  mayFinalise,
  mayOfferReferral,
  mayOpenRound,
  mayPropose,
  mayReadDeciding,
  mayReadDecisions,
  mayReport,
  mayWithdraw,
} from '#src/decisions/policy.ts'
import type { Matter } from '#src/decisions/proposals/matters.ts'
import { consentIsUsedUp, mayRework } from '#src/decisions/proposals/policy.ts'
import type { RecordEntry } from '#src/decisions/records/reporting.ts'
import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { Count } from '#src/decisions/rounds/schema.ts'
import type { Actor } from '#src/groups/actor.ts'
import type { Group, Role, Standing } from '#src/groups/schema.ts'

const group = (kind: Group['kind'], state: Group['state'] = 'active'): Group => ({
  id: kind,
  kind,
  state,
  slug: 'en',
  prefix: 'EN',
  legalForm: 'informal',
  name: 'AG Energie',
  createdAt: new Date(),
})

const as = (name: string, standing: Standing, roles: Role[] = [], kind: Group['kind'] = 'working_group'): Actor => ({
  person: { id: name, name },
  group: group(kind),
  standing,
  votes: standing === 'member',
  roles,
})

const inState = (actor: Actor, state: Group['state']): Actor => ({ ...actor, group: { ...actor.group, state } })

const member = as('gerd', 'member')
const lead = as('swantje', 'member', ['lead'])
const delegate = as('tarek', 'member', ['delegate'])
const facilitator = as('ayla', 'member', ['facilitator'])
const minuteTaker = as('fritjof', 'member', ['minute_taker'])
const guest = as('vera', 'guest')
const coordinator = as('henrike', 'member', ['coordinator'], 'circle')
const coordinatorInGroup = as('henrike', 'member', ['coordinator'])
const circleMember = as('jost', 'member', [], 'circle')

const count = (outcome: Count['outcome'], reason = '') =>
  ({ outcome, reason, countedById: 'swantje' }) as RoundEntry['count']

const objected = count('undecided', 'open_objection')

const round = (facts: Partial<RoundEntry> = {}) =>
  ({
    round: { id: 'r1', proposalVersion: 1, openedById: 'swantje' },
    count: null,
    decision: null,
    isOver: false,
    entitled: 5,
    answered: 2,
    ...facts,
  }) as RoundEntry

const matter = (rounds: RoundEntry[] = [], withdrawal: Matter['withdrawal'] = null, version = 1) =>
  ({
    proposal: { authorId: 'gerd', version },
    rounds,
    withdrawal,
    lapse: null,
    followedUp: [] as Matter['followedUp'],
  }) as Matter

const withdrawn = { reason: 'Erledigt' } as Matter['withdrawal']
const objection = (facts: Partial<ObjectionEntry> = {}) =>
  ({
    ...{ roundId: 'r1', ownerId: 'bjarne', state: 'raised', version: 1, lapse: null },
    ...{ ownerHasLeft: false, ownerIsSilent: false, ...facts },
  }) as ObjectionEntry
const ended = { state: 'withdrawn' } as const

const officer = (id: string, ...roles: Role[]): Officer => ({ id, name: id, roles })
const officers = [officer('swantje', 'lead'), officer('fritjof', 'minute_taker'), officer('tarek', 'delegate')]

describe('reading', () => {
  test.each([
    ['a member', member, true],
    ['a guest', guest, false],
  ])('%s reads proposals and rounds: %s', (_who, actor, expected) => {
    expect(mayReadDeciding(actor)).toBe(expected)
  })

  test.each([
    ['a member of any group', [{ standing: 'guest' }, { standing: 'member' }], true],
    ['a guest', [{ standing: 'guest' }], false],
    ['an operator without a group', [], false],
  ] as [string, { standing: Standing }[], boolean][])('%s reads the register: %s', (_who, groups, expected) => {
    expect(mayReadDecisions(groups)).toBe(expected)
  })
})

describe('creating a proposal', () => {
  test.each([
    ['a member', member, true],
    ['the facilitator', facilitator, true],
    ['the minute taker', minuteTaker, true],
    ['the lead', lead, true],
    ['the delegate', delegate, true],
    ['the coordinator, in the circle', coordinator, true],
    ['a guest', guest, false],
    ['a member of a dissolved group', inState(member, 'dissolved'), false],
  ])('%s: %s', (_who, actor, expected) => {
    expect(mayPropose(actor)).toBe(expected)
    expect(mayReport(actor)).toBe(expected)
  })
})

describe('changing a proposal', () => {
  test.each([
    ['before the first round', matter(), true],
    ['while a round is open', matter([round()]), false],
    ['after a round that decided nothing', matter([round({ count: count('undecided') })]), true],
    ['while a result waits for its second person', matter([round({ count: count('adopted') })]), false],
    ['after it was withdrawn', matter([], withdrawn), false],
  ])('a member may, %s: %s', (_when, subject, expected) => {
    expect(mayRework(delegate, subject)).toBe(expected)
    expect(mayRework(guest, subject)).toBe(false)
  })

  test('while a round is open only those who open and close rounds may, because it ends with that', () => {
    expect(mayRework(lead, matter([round()]))).toBe(true)
    expect(mayRework(facilitator, matter([round()]))).toBe(true)
    expect(mayRework(member, matter([round()]))).toBe(false)
    expect(mayRework(lead, matter([round({ isOver: true })]))).toBe(false)
  })

  test('once it has lapsed nobody may', () => {
    expect(mayRework(lead, { ...matter(), lapse: {} as Matter['lapse'] })).toBe(false)
  })

  test('only the author withdraws', () => {
    expect(mayWithdraw(member, matter())).toBe(true)
    expect(mayWithdraw(lead, matter())).toBe(false)
    expect(mayWithdraw(member, matter([round()]))).toBe(false)
  })
})

describe('opening, closing and counting a round', () => {
  test.each([
    ['a member', member, false],
    ['the facilitator', facilitator, true],
    ['the minute taker', minuteTaker, false],
    ['the lead', lead, true],
    ['the delegate', delegate, false],
    ['the coordinator, in the circle', coordinator, true],
    ['a coordinator in a working group', coordinatorInGroup, false],
    ['a member of the circle', circleMember, false],
    ['a guest who once had a role', as('vera', 'guest', ['lead']), false],
  ])('%s: %s', (_who, actor, expected) => {
    expect(mayOpenRound(actor, matter(), [])).toBe(expected)
    expect(mayCount(actor, round({ isOver: true }))).toBe(expected)
  })

  test.each([
    ['a dormant group', inState(lead, 'dormant'), matter(), [], false],
    ['while one is open', lead, matter([round()]), [], false],
    ['of what was withdrawn', lead, matter([], withdrawn), [], false],
    ['again, when too few took part', lead, matter([round({ count: count('not_quorate') })]), [], true],
    ['again, with an objection and the same text', lead, matter([round({ count: objected })]), [objection()], false],
    [
      'again, with an objection and a new text',
      lead,
      matter([round({ count: objected })], null, 2),
      [objection()],
      true,
    ],
    ['again, when the objection was taken back', lead, matter([round({ count: objected })]), [objection(ended)], true],
    [
      'again, when whoever objected has left',
      lead,
      matter([round({ count: objected })]),
      [objection({ ownerHasLeft: true })],
      false,
    ],
    [
      'again, when two have said that nobody settles it any more',
      lead,
      matter([round({ count: objected })]),
      [objection({ ownerHasLeft: true, state: 'lapsed' })],
      true,
    ],
    ['again, with the same text after a tie', lead, matter([round({ count: count('tie') })]), [], true],
    ['again, with the same text after a block', lead, matter([round({ count: count('blocked') })]), [], false],
    ['again, with another text after a block', lead, matter([round({ count: count('blocked') })], null, 2), [], true],
    ['again, with too much dissent', lead, matter([round({ count: count('no_consensus') })]), [], false],
    ['again, after nobody answered', lead, matter([round({ count: count('undecided', 'no_answer') })]), [], true],
    [
      'again, when a meeting shall see to it, though somebody objected',
      lead,
      matter([round({ count: count('to_meeting', 'objection') })]),
      [objection()],
      true,
    ],
    [
      'again, after a round with a wrong roll, though somebody had objected',
      lead,
      matter([round({ count: count('undecided', 'cancelled') })]),
      [objection()],
      true,
    ],
    ['again, when it is decided', lead, matter([round({ count: count('rejected') })]), [], false],
  ] as [string, Actor, Matter, ObjectionEntry[], boolean][])('%s: %s', (_when, actor, subject, raised, expected) => {
    expect(mayOpenRound(actor, subject, raised)).toBe(expected)
  })

  test.each([
    ['before its time', round(), false],
    ['before its time, when all have answered', round({ answered: 5 }), true],
    ['after its time', round({ isOver: true }), true],
    ['a second time', round({ isOver: true, count: count('adopted') }), false],
  ])('counting %s: %s', (_when, subject, expected) => {
    expect(mayCount(lead, subject)).toBe(expected)
  })
})

describe('answering', () => {
  test.each([
    ['whoever holds the seat', member, [{ personId: 'gerd' }], true],
    ['somebody else', lead, [{ personId: 'gerd' }], false],
    ['somebody without a seat', lead, [], false],
    ['somebody who is a guest by now', as('gerd', 'guest'), [{ personId: 'gerd' }], false],
  ])('%s: %s', (_who, actor, seat, expected) => {
    expect(mayAnswer(actor, seat)).toBe(expected)
  })
})

describe('establishing a result, two different people', () => {
  const counted = round({ count: count('adopted') })

  test.each([
    ['the minute taker', minuteTaker, true],
    ['a facilitator', facilitator, true],
    ['whoever counted', lead, false],
    ['another lead', as('ilse', 'member', ['lead']), true],
    ['the delegate', delegate, false],
    ['an ordinary member', member, false],
    ['the coordinator, in the circle', coordinator, true],
    ['a coordinator in a working group', coordinatorInGroup, false],
    ['a guest', guest, false],
  ])('%s: %s', (_who, actor, expected) => {
    expect(mayFinalise(actor, counted, officers)).toBe(expected)
  })

  test('where nobody else has such a role, any other member does', () => {
    const alone = [officer('swantje', 'lead'), officer('tarek', 'delegate')]
    expect(mayFinalise(member, counted, alone)).toBe(true)
    expect(mayFinalise(guest, counted, alone)).toBe(false)
    expect(mayFinalise(lead, counted, alone)).toBe(false)
  })

  test('whoever opened what the server has counted is the first of the two', () => {
    const byServer = round({ count: { ...count('adopted'), countedById: null } as RoundEntry['count'] })
    expect(mayFinalise(lead, byServer, officers)).toBe(false)
    expect(mayFinalise(minuteTaker, byServer, officers)).toBe(true)
  })

  test.each([
    ['not counted yet', round({ isOver: true })],
    ['undecided', round({ count: count('undecided') })],
    ['not quorate', round({ count: count('not_quorate') })],
    ['established already', round({ count: count('adopted'), decision: {} as RoundEntry['decision'] })],
  ])('nothing to establish when it is %s', (_what, subject) => {
    expect(mayFinalise(minuteTaker, subject, officers)).toBe(false)
  })
})

describe('what was decided in a meeting', () => {
  const report = (facts: Partial<RecordEntry> = {}) =>
    ({ record: { reportedById: 'gerd', discardedAt: null }, decision: null, ...facts }) as RecordEntry
  const discarded = report({ record: { reportedById: 'gerd', discardedAt: new Date() } as RecordEntry['record'] })

  test.each([
    ['the lead', lead, report(), true],
    ['the minute taker', minuteTaker, report(), true],
    ['the reporter', as('gerd', 'member', ['lead']), report(), false],
    ['an ordinary member', as('bjarne', 'member'), report(), false],
    ['the lead, when it was taken back', lead, discarded, false],
    ['the lead, a second time', lead, report({ decision: {} as RecordEntry['decision'] }), false],
  ])('%s confirms: %s', (_who, actor, subject, expected) => {
    expect(mayConfirm(actor, subject, officers)).toBe(expected)
  })

  test('a group without roles confirms by any second member', () => {
    expect(mayConfirm(as('bjarne', 'member'), report(), [])).toBe(true)
    expect(mayConfirm(member, report(), [])).toBe(false)
  })

  test('only the reporter takes it back, of an answer the second person too, and only before it is confirmed', () => {
    const around = { officers, origin: null }
    expect(mayDiscard(member, report(), around)).toBe(true)
    expect(mayDiscard(lead, report(), around)).toBe(false)
    const answering = { officers, origin: { label: 'W-2026-05', href: '/', from: 'AG Wege' } }
    expect(mayDiscard(lead, report(), answering)).toBe(true)
    expect(mayDiscard(as('bjarne', 'member'), report(), answering)).toBe(false)
    expect(mayDiscard(lead, discarded, answering)).toBe(false)
    expect(mayDiscard(member, report({ decision: {} as RecordEntry['decision'] }), answering)).toBe(false)
  })
})

test.each([
  ['its owner', as('bjarne', 'member'), objection(), true],
  ['the lead', lead, objection(), false],
  ['the facilitator', facilitator, objection(), false],
  ['its owner, twice', as('bjarne', 'member'), objection(ended), false],
])('an objection is ended by %s: %s', (_who, actor, subject, expected) => {
  expect(mayEndObjection(actor, subject)).toBe(expected)
})

test.each([
  ['the lead', lead, true],
  ['the delegate', delegate, true],
  ['the facilitator', facilitator, false],
  ['the minute taker', minuteTaker, false],
  ['a member', member, false],
  ['the coordinator, in the circle', coordinator, false],
])('%s is offered to hand a decision to the circle: %s', (_who, actor, expected) => {
  expect(mayOfferReferral(actor)).toBe(expected)
})

test.each([
  ['its owner, with a newer wording', as('bjarne', 'member'), objection(), 2, true],
  ['its owner, with the same wording', as('bjarne', 'member'), objection(), 1, false],
  ['the lead, with a newer wording', lead, objection(), 2, false],
])('an objection is found to be worked in by %s: %s', (_who, actor, subject, version, expected) => {
  expect(mayFindIntegrated(actor, subject, version)).toBe(expected)
})

describe('an objection that nobody can settle any more', () => {
  const proposed = { proposedById: 'swantje', signedAt: null } as ObjectionEntry['lapse']
  const gone = objection({ ownerHasLeft: true })

  test.each([
    ['the lead, when its owner has left', lead, gone, true],
    ['the lead, when its owner is silent', lead, objection({ ownerIsSilent: true }), true],
    ['the lead, while its owner is there', lead, objection(), false],
    ['a member', member, gone, false],
    ['the lead, a second time', lead, objection({ ownerHasLeft: true, lapse: proposed }), false],
  ])('%s proposes not to wait for it: %s', (_who, actor, subject, expected) => {
    expect(mayProposeLapse(actor, subject)).toBe(expected)
  })

  test.each([
    ['the minute taker', minuteTaker, objection({ ownerHasLeft: true, lapse: proposed }), true],
    ['the one who has proposed it', lead, objection({ ownerHasLeft: true, lapse: proposed }), false],
    ['an ordinary member', member, objection({ ownerHasLeft: true, lapse: proposed }), false],
    ['the minute taker, when its owner has spoken since', minuteTaker, objection({ lapse: proposed }), false],
    ['the minute taker, before anybody has proposed it', minuteTaker, gone, false],
  ])('%s signs: %s', (_who, actor, subject, expected) => {
    expect(maySignLapse(actor, subject, officers)).toBe(expected)
  })
})

test('consent is asked for as often as the rules say, until it is settled how to go on', () => {
  const rules = { consent: { silence: 'explicit', maxRounds: 2 } } as const
  const open = (id: string) =>
    round({ round: { id } as RoundEntry['round'], count: { reason: 'open_objection' } as RoundEntry['count'] })
  const postponed = (roundId: string) => ({ roundId, kind: 'postponed' }) as const
  const missed = round({ count: { reason: 'quorum_missed' } as RoundEntry['count'] })
  expect(consentIsUsedUp(matter([open('r1'), missed]), rules)).toBe(false)
  expect(consentIsUsedUp(matter([open('r3'), missed, open('r1')]), rules)).toBe(true)
  expect(consentIsUsedUp({ ...matter([open('r2'), open('r1')]), followedUp: [postponed('r2')] }, rules)).toBe(false)
  expect(
    consentIsUsedUp({ ...matter([open('r3'), open('r2'), open('r1')]), followedUp: [postponed('r1')] }, rules),
  ).toBe(true)
})
