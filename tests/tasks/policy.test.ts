import { expect, test } from 'vitest'
import type { Actor } from '#src/groups/actor.ts'
import type { Group, Role } from '#src/groups/schema.ts'
import {
  mayAddTask,
  mayChangeTask,
  mayComplete,
  mayDrop,
  mayReadTasks,
  mayReopen,
  mayTakeOver,
  mayUndo,
  taskAbilities,
} from '#src/tasks/policy.ts'
import type { TaskEnding } from '#src/tasks/schema.ts'

const group: Group = {
  id: 'en',
  kind: 'working_group',
  state: 'active',
  legalForm: 'informal',
  slug: 'en',
  prefix: 'EN',
  name: 'AG Energie',
  createdAt: new Date(),
}

const as = (id: string, ...roles: Role[]): Actor => ({
  person: { id, name: id },
  group,
  standing: 'member',
  votes: true,
  roles,
})

const guest: Actor = { ...as('vera'), standing: 'guest', votes: false }
const later = (actor: Actor): Actor => ({ ...actor, group: { ...group, state: 'dissolved' } })

const free = { origin: 'free' as const, createdById: 'bjarne', people: [{ id: 'gerd', name: 'Gerd' }], ending: null }
const fromDecision = { ...free, origin: 'decision' as const }
const ended = (endedById: string, hoursAgo: number): { ending: TaskEnding } => ({
  ending: {
    taskId: 't',
    kind: 'done',
    words: '',
    endedById,
    createdAt: new Date(now.getTime() - hoursAgo * 60 * 60 * 1000),
  },
})
const now = new Date('2026-10-05T07:00:00Z')

test.each([
  ['a member', as('bjarne'), true],
  ['a guest', guest, false],
])('%s reads the tasks: %s', (_who, actor, expected) => {
  expect(mayReadTasks(actor)).toBe(expected)
})

test.each([
  ['a member', as('bjarne'), true],
  ['a guest', guest, false],
  ['a member of a dissolved group', later(as('bjarne')), false],
])('%s writes a task down or takes one on: %s', (_who, actor, expected) => {
  expect(mayAddTask(actor)).toBe(expected)
  expect(mayTakeOver(actor)).toBe(expected)
})

test.each([
  ['who is responsible', as('gerd'), true],
  ['the lead', as('swantje', 'lead'), true],
  ['the coordinator', as('henrike', 'coordinator'), true],
  ['another member', as('bjarne'), false],
  ['the delegate', as('tarek', 'delegate'), false],
  ['a guest with the same id', { ...as('gerd'), standing: 'guest' as const }, false],
  ['a lead of a dissolved group', later(as('swantje', 'lead')), false],
])('%s ticks a task off: %s', (_who, actor, expected) => {
  expect(mayComplete(actor, free)).toBe(expected)
})

test.each([
  ['who is responsible', as('gerd'), true, false],
  ['the lead', as('swantje', 'lead'), true, true],
  ['the coordinator', as('henrike', 'coordinator'), true, true],
  ['another member', as('bjarne'), false, false],
  ['a guest', guest, false, false],
])('%s drops a free task: %s, one from a decision: %s', (_who, actor, own, decided) => {
  expect(mayDrop(actor, free)).toBe(own)
  expect(mayDrop(actor, fromDecision)).toBe(decided)
  expect(mayDrop(actor, { ...free, origin: 'return' })).toBe(decided)
})

test.each([
  ['who is responsible', as('gerd'), true],
  ['who wrote it down', as('bjarne'), true],
  ['the lead', as('swantje', 'lead'), true],
  ['another member', as('tarek'), false],
  ['a guest', guest, false],
])('%s changes a task: %s', (_who, actor, expected) => {
  expect(mayChangeTask(actor, free)).toBe(expected)
})

test.each([
  ['who ended it', as('tarek'), true],
  ['who is responsible', as('gerd'), true],
  ['the lead', as('swantje', 'lead'), true],
  ['another member', as('bjarne'), false],
  ['a guest', guest, false],
])('%s opens it again: %s', (_who, actor, expected) => {
  expect(mayReopen(actor, { ...free, ...ended('tarek', 1) })).toBe(expected)
})

test.each([
  ['who ended it an hour ago', as('tarek'), 1, true],
  ['who ended it two days ago', as('tarek'), 48, false],
  ['the lead, who did not end it', as('swantje', 'lead'), 1, false],
])('%s takes it back without a reason: %s', (_who, actor, hoursAgo, expected) => {
  expect(mayUndo(actor, { ...free, ...ended('tarek', hoursAgo) }, now)).toBe(expected)
})

test('what has ended can only be opened again, what is open cannot', () => {
  const lead = as('swantje', 'lead')
  expect(taskAbilities(lead, { ...free, ...ended('swantje', 1) }, now)).toEqual({
    complete: false,
    drop: false,
    reopen: true,
    undo: true,
    takeOver: false,
    change: false,
    begin: false,
    halt: false,
    work: false,
    remark: true,
  })
  expect(taskAbilities(lead, { ...free, people: [] }, now)).toMatchObject({
    complete: true,
    takeOver: true,
    reopen: false,
  })
})
