import { describe, expect, test } from 'vitest'
import {
  isInForce,
  mandateOf,
  mayConfirmCorrection,
  mayConfirmEditor,
  mayDiscardCorrection,
  mayEndEditor,
  mayGiveEditor,
} from '#src/documents/corrections/policy.ts'
import type { EditorialMandate } from '#src/documents/corrections/schema.ts'
import { mayEditDocument, mayFreeze, maySetTemplates } from '#src/documents/policy.ts'
import { mayPublish, mayReadPublications } from '#src/documents/publications/policy.ts'
import { type DocumentStage, documentStage } from '#src/documents/schema.ts'
import { type Adoption, type Matter, noMatter } from '#src/documents/stages/matter.ts'
import {
  isArchivable,
  mayArchive,
  mayBeginReview,
  mayEndReview,
  mayNameReplaced,
  mayNameSuccessor,
  mayTakeOut,
} from '#src/documents/stages/policy.ts'
import { type Standing, stageFrom } from '#src/documents/stages/stage.ts'
import type { Actor } from '#src/groups/actor.ts'
import { type Group, type Role, role } from '#src/groups/schema.ts'

const actor = (
  standing: Actor['standing'],
  roles: Role[] = [],
  { kind = 'working_group', state = 'active' }: Partial<Pick<Group, 'kind' | 'state'>> = {},
): Actor => ({
  person: { id: 'me', name: 'Ich' },
  group: { kind, state } as Group,
  standing,
  votes: standing === 'member',
  roles,
})

const circle = { kind: 'circle' } as const
const dissolved = { state: 'dissolved' } as const
const paper = (stage: DocumentStage) => ({ stage, isTemplate: false })
const stages = documentStage.enumValues
const adoption = { at: new Date('2026-05-04T18:00:00Z') } as Adoption

/** Who may take a step that depends on the role alone. */
const everybody: [string, Actor][] = [
  ['a member', actor('member')],
  ...role.enumValues.map((one): [string, Actor] => [`a ${one}`, actor('member', [one])]),
  ['a coordinator of the circle', actor('member', ['coordinator'], circle)],
  ['a lead who sits in the circle', actor('member', ['lead'], circle)],
  ['a guest', actor('guest')],
  ['a guest who was once lead', actor('guest', ['lead'])],
  ['the lead of a dissolved group', actor('member', ['lead'], dissolved)],
]

const leads = ['a lead', 'a coordinator of the circle']

describe('where a text stands follows from what is true', () => {
  const nothing: Standing = {
    matter: noMatter,
    isArchived: false,
    isApproved: false,
    inReviewSince: null,
    supersededAt: null,
    isPublished: false,
  }
  const matter = (more: Partial<Matter>): Matter => ({ ...noMatter, ...more })
  const adopted = matter({ adoptions: [adoption] })
  const [before, after] = [new Date('2026-05-01T08:00:00Z'), new Date('2026-05-10T08:00:00Z')]

  test.each<[string, Partial<Standing>, DocumentStage]>([
    ['nothing has happened', {}, 'draft'],
    ['people are asked to read it', { inReviewSince: before }, 'in_review'],
    ['a round is open', { matter: matter({ isBeingDecided: true }), inReviewSince: before }, 'in_decision'],
    ['the circle is asked to adopt it', { matter: matter({ isWithCircle: true }) }, 'in_decision'],
    ['the circle is asked something else about it', { matter: matter({ hasOpenReferral: true }) }, 'draft'],
    ['it came back', { matter: matter({ returnedAt: before }) }, 'returned'],
    ['it came back and is read through', { matter: matter({ returnedAt: before }), inReviewSince: after }, 'in_review'],
    ['it was adopted', { matter: adopted }, 'adopted'],
    ['it was adopted after it came back', { matter: { ...adopted, returnedAt: before } }, 'adopted'],
    ['it came back after it was adopted', { matter: { ...adopted, returnedAt: after } }, 'returned'],
    ['the adopted version is public', { matter: adopted, isPublished: true }, 'published'],
    ['the next version is read through', { matter: adopted, isPublished: true, inReviewSince: after }, 'in_review'],
    ['the next version is being decided', { matter: { ...adopted, isBeingDecided: true } }, 'in_decision'],
    ['another text took its place', { matter: adopted, isPublished: true, supersededAt: after }, 'superseded'],
    [
      'another text took its place while it was read through and after it came back',
      { matter: { ...adopted, returnedAt: after }, inReviewSince: after, supersededAt: after },
      'superseded',
    ],
    [
      'it came back before it was ever adopted',
      { matter: matter({ returnedAt: before }), supersededAt: after },
      'returned',
    ],
    ['it was adopted again after that', { matter: adopted, supersededAt: before }, 'adopted'],
    [
      'a round opens about what was laid aside',
      { isArchived: true, matter: matter({ isBeingDecided: true }) },
      'in_decision',
    ],
    ['what was laid aside is adopted', { isArchived: true, matter: adopted }, 'adopted'],
    ['it was laid aside', { isArchived: true, inReviewSince: before }, 'archived'],
  ])('%s', (_what, facts, stage) => {
    expect(stageFrom({ ...nothing, ...facts })).toBe(stage)
  })
})

/** The table of `DOMAIN.md 3.5`: from which state each step leads on, whoever takes it. */
const steps: Record<string, { may: (stage: DocumentStage) => boolean; from: DocumentStage[] }> = {
  'begin a review': {
    may: (stage) => mayBeginReview(actor('member'), paper(stage)),
    from: ['draft', 'returned', 'adopted', 'published'],
  },
  'lay it aside': {
    may: (stage) => mayArchive(actor('member', ['lead']), paper(stage), noMatter),
    from: ['draft', 'in_review', 'returned'],
  },
  'take it out again': { may: (stage) => mayTakeOut(actor('member', ['lead']), paper(stage)), from: ['archived'] },
  'say which text it replaces': {
    may: (stage) => mayNameReplaced(actor('member', ['lead']), paper(stage)),
    from: ['draft', 'in_review', 'in_decision', 'returned', 'adopted', 'published'],
  },
  'say which decision replaces it': {
    may: (stage) => mayNameSuccessor(actor('member', ['lead']), paper(stage)),
    from: ['adopted', 'published'],
  },
  'write in its draft': {
    may: (stage) => mayEditDocument(actor('member'), paper(stage)),
    from: stages.filter((stage) => stage !== 'archived' && stage !== 'approved'),
  },
  'freeze it': {
    may: (stage) => mayFreeze(actor('member'), paper(stage)),
    from: stages.filter((stage) => stage !== 'archived' && stage !== 'approved'),
  },
}

describe.each(Object.entries(steps))('%s', (_step, { may, from }) => {
  test.each(stages.map((stage) => [stage, from.includes(stage)] as const))('from %s: %s', (stage, expected) => {
    expect(may(stage)).toBe(expected)
  })
})

describe.each<[string, (who: Actor) => boolean, string[]]>([
  [
    'asking for a review',
    (who) => mayBeginReview(who, paper('draft')),
    [
      'a member',
      ...role.enumValues.map((one) => `a ${one}`),
      'a coordinator of the circle',
      'a lead who sits in the circle',
    ],
  ],
  [
    'ending a review that somebody else began',
    (who) => mayEndReview(who, { startedById: 'other', endedAt: null }),
    [...leads, 'a facilitator'],
  ],
  ['laying aside', (who) => mayArchive(who, paper('draft'), noMatter), leads],
  ['taking out', (who) => mayTakeOut(who, paper('archived')), leads],
  ['saying what is replaced', (who) => mayNameReplaced(who, paper('adopted')), leads],
  ['giving the editorial mandate', (who) => mayGiveEditor(who, true), leads],
  ['changing templates', maySetTemplates, leads],
  ['writing in a template', (who) => mayEditDocument(who, { stage: 'draft', isTemplate: true }), leads],
])('%s is for', (_what, may, able) => {
  test.each(everybody)('%s', (who, one) => {
    expect(may(one)).toBe(able.includes(who))
  })
})

describe('a review', () => {
  const [mine, ended] = [
    { startedById: 'me', endedAt: null },
    { startedById: 'me', endedAt: new Date() },
  ]

  test('is also ended by whoever began it, once', () => {
    expect(mayEndReview(actor('member'), mine)).toBe(true)
    expect(mayEndReview(actor('guest'), mine)).toBe(false)
    expect(mayEndReview(actor('member', ['lead']), ended)).toBe(false)
  })

  test('is not for a template', () => {
    expect(mayBeginReview(actor('member'), { stage: 'draft', isTemplate: true })).toBe(false)
    expect(mayFreeze(actor('member', ['lead']), { stage: 'draft', isTemplate: true })).toBe(false)
  })
})

test.each<[string, Partial<Matter>]>([
  ['a round about it is open', { isBeingDecided: true }],
  ['something about it lies with the circle', { hasOpenReferral: true }],
  ['it was adopted once', { adoptions: [adoption] }],
])('nothing is laid aside while %s', (_what, more) => {
  expect(isArchivable(paper('returned'), { ...noMatter, ...more })).toBe(false)
})

describe('the editorial mandate', () => {
  const given: EditorialMandate = {
    ...{ id: 'm', documentId: 'd', groupId: 'g', personId: 'me', scope: 'Rechtschreibung', decision: '' },
    ...{
      givenById: 'lead',
      createdAt: new Date(),
      confirmedById: null,
      confirmedAt: null,
      endedById: null,
      endedAt: null,
    },
  }
  const confirmed = { ...given, confirmedById: 'second', confirmedAt: new Date() }
  const decided = { ...given, decision: 'EN-2026-004' }

  test('is in force with a second person, or with the decision', () => {
    expect([given, confirmed, decided, { ...confirmed, endedAt: new Date() }].map(isInForce)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(mandateOf(actor('member'), [given])).toBe(null)
    expect(mandateOf(actor('member'), [confirmed])).toBe(confirmed)
    expect(mandateOf(actor('member'), [{ ...decided, personId: 'other' }])).toBe(null)
    expect(mandateOf(actor('member', [], dissolved), [decided])).toBe(null)
  })

  test('is confirmed by neither who gave it nor who gets it', () => {
    const other = { ...given, personId: 'other' }
    expect(mayConfirmEditor(actor('member'), other)).toBe(true)
    expect(mayConfirmEditor(actor('guest'), other)).toBe(false)
    expect(mayConfirmEditor(actor('member'), given)).toBe(false)
    expect(mayConfirmEditor(actor('member', ['lead']), { ...other, givenById: 'me' })).toBe(false)
    expect(mayConfirmEditor(actor('member'), { ...decided, personId: 'other' })).toBe(false)
  })

  test('is given only for what was adopted, and handed back by who has it', () => {
    expect(mayGiveEditor(actor('member', ['lead']), false)).toBe(false)
    expect(mayEndEditor(actor('member'), confirmed)).toBe(true)
    expect(mayEndEditor(actor('member'), { ...confirmed, personId: 'other' })).toBe(false)
    expect(mayEndEditor(actor('member', ['lead']), { ...confirmed, personId: 'other' })).toBe(true)
  })

  test('makes nobody correct alone', () => {
    const mine = { madeById: 'me', endedAt: null }
    const theirs = { madeById: 'other', endedAt: null }
    expect(mayConfirmCorrection(actor('member', ['lead']), mine)).toBe(false)
    expect(mayConfirmCorrection(actor('member'), theirs)).toBe(true)
    expect(mayConfirmCorrection(actor('member'), { ...theirs, endedAt: new Date() })).toBe(false)
    expect(mayDiscardCorrection(actor('member'), mine)).toBe(true)
    expect(mayDiscardCorrection(actor('member'), theirs)).toBe(false)
  })
})

test.each(everybody)('publishing is not for %s', (_who, one) => {
  expect(mayPublish(one)).toBe(false)
})

test('publishing is for whoever has the mandate in the circle, reading about it for all who sit there', () => {
  expect(mayPublish(actor('member', ['publisher'], circle))).toBe(true)
  expect(mayPublish(actor('member', ['publisher'], { ...circle, ...dissolved }))).toBe(false)
  expect(mayReadPublications(actor('member', [], circle))).toBe(true)
  expect(mayReadPublications(actor('member'))).toBe(false)
})
