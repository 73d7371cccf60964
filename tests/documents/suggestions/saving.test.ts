import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Told } from '#views/documents/editor-suggest-office.ts'
import { Server, tarekIn } from './office.ts'
import { shownIn, textOf } from './proposer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (time: number) => vi.advanceTimersByTimeAsync(time)

test('what is proposed is sent a moment later, as one suggestion however many letters it has', async () => {
  const server = new Server()
  const { mode, type } = tarekIn(textOf('Das Wasser ist knapp.'), server)
  for (const letter of 'sehr ') type(letter, 16 + 'sehr '.indexOf(letter))
  expect([mode.saving.state, server.open.size]).toEqual(['sending', 0])
  await pass(500)
  expect([mode.saving.state, server.open.size, server.saves]).toEqual(['saved', 1, 1])
})

test('without a line it is kept on the device, and sent once when the line is back', async () => {
  const server = new Server()
  server.reachable = false
  const base = textOf('Das Wasser ist knapp.')
  const { mode, kept, type } = tarekIn(base, server)
  type('sehr ', 16)
  await pass(3_000)
  expect([mode.saving.state, mode.saving.complete]).toEqual(['unsent', false])
  const unsent = kept.at(-1) ?? []
  expect(unsent).toHaveLength(1)

  // The window is closed, and another one opened later finds it.
  mode.saving.end()
  server.reachable = true
  const later = tarekIn(base, server)
  later.mode.recall(unsent)
  later.mode.recall(unsent)
  expect(later.sheet.state.doc.textContent).toContain('sehr knapp')
  await pass(1_000)
  expect([server.open.size, later.mode.saving.state, later.kept.at(-1)]).toEqual([1, 'saved', []])
})

test('what is taken back until nothing is left is withdrawn by itself, and can be had back as another one', async () => {
  const server = new Server()
  const { mode, type } = tarekIn(textOf('Das Wasser ist knapp.'), server)
  type('sehr ', 16)
  await pass(500)
  const [first] = [...server.open.keys()]
  mode.drafts.undo()
  await pass(1_500)
  expect([server.open.size, server.withdrawn]).toEqual([0, [first]])
  mode.drafts.redo()
  await pass(1_500)
  expect([...server.open.keys()]).toHaveLength(1)
  expect([...server.open.keys()]).not.toContain(first)
})

test('two that grow together become one, and the other is withdrawn first', async () => {
  const server = new Server()
  const { mode, sheet, type } = tarekIn(textOf('Das Wasser ist knapp.'), server)
  type('sehr ', 16)
  type('klare ', 5)
  await pass(500)
  expect(server.open.size).toBe(2)
  const end = sheet.state.doc.content.size
  sheet.dispatch(sheet.state.tr.insertText('Alles anders', 1, end - 1))
  await pass(1_500)
  expect([mode.drafts.all.filter((draft) => !draft.isEmpty).length, server.open.size, server.withdrawn.length]).toEqual(
    [1, 1, 1],
  )
})

test('written on in two windows at once, both are kept', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.')
  const one = tarekIn(base, server)
  one.type('sehr ', 16)
  await pass(500)
  const other = tarekIn(base, server)
  other.mode.reconcile([...server.open.values()], Date.now())
  one.type('sehr ', 16)
  other.type('wirklich ', 21)
  await pass(3_000)
  const [told] = [...server.open.values()]
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(base))
  Y.applyUpdate(copy, told?.update ?? new Uint8Array())
  expect(server.open.size).toBe(1)
  expect(shownIn(copy)).toMatch(/Das Wasser ist sehr (sehr wirklich|wirklich sehr) knapp\./)
  expect([shownIn(one.mode.drafts.view), shownIn(other.mode.drafts.view)]).toContain(shownIn(copy))
})

test('what is accepted stays where it is, what is turned down goes', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.')
  const { mode, type } = tarekIn(base, server)
  type('sehr ', 16)
  type('uns ', 42)
  await pass(500)
  const [accepted] = [...server.open.values()]
  Y.applyUpdate(base, accepted?.update ?? new Uint8Array())
  server.open.clear()
  await pass(10)
  mode.reconcile([], Date.now() + 1)
  await pass(3_000)
  expect(mode.drafts.all).toEqual([])
  expect(shownIn(mode.drafts.view)).toContain('sehr knapp')
  expect(shownIn(mode.drafts.view)).not.toContain('uns')
})

const onlyOne = (server: Server) => {
  const [one, ...more] = [...server.open.values()]
  if (!one || more.length > 0) throw new Error(`There are ${server.open.size}`)
  return one
}

test('what is written on a suggestion while somebody accepts it is proposed anew', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.')
  const { mode, type, text, said } = tarekIn(base, server)
  type('sehr ', 16)
  await pass(500)
  const first = onlyOne(server)
  type('sehr ', 21)
  server.decide(first.id, 'accepted', base)
  await pass(3_000)
  expect(text()).toBe('Das Wasser ist sehr sehr knapp.')
  const other = onlyOne(server)
  expect([other.id === first.id, said]).toEqual([false, ['went on']])
  Y.applyUpdate(base, other.update)
  expect(shownIn(base)).toBe(shownIn(mode.drafts.view))
  expect(shownIn(base)).toContain('ist sehr sehr knapp.')
})

test('that it was accepted may be known long before the accepted words arrive, and nothing of what came after is lost', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.')
  const { mode, kept, type, text } = tarekIn(base, server)
  type('sehr ', 16)
  await pass(500)
  const first = onlyOne(server)
  type('arg ', 21)
  server.decide(first.id, 'accepted')
  await pass(60_000)
  expect([text(), mode.saving.complete]).toEqual(['Das Wasser ist sehr arg knapp.', false])
  type('bitter ', 25)
  await pass(60_000)

  // Should the window be closed now, another one goes on with what this device has kept.
  const later = tarekIn(base, server)
  later.mode.recall(kept.at(-1) ?? [])
  await pass(1_000)
  mode.saving.end()
  Y.applyUpdate(base, first.update)
  await pass(1_000)
  expect(later.text()).toBe('Das Wasser ist sehr arg bitter knapp.')
  Y.applyUpdate(base, onlyOne(server).update)
  expect(shownIn(base)).toContain('ist sehr arg bitter knapp.')
})

test('what is written on a suggestion while somebody turns it down is proposed anew, in the words in which it stands', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.')
  const { mode, type, text, said } = tarekIn(base, server)
  type('sehr ', 16)
  await pass(500)
  const first = onlyOne(server)
  type('und kostbar', 21)
  server.decide(first.id, 'rejected')
  await pass(3_000)
  expect([text(), said]).toEqual(['Das Wasser ist sehr und kostbarknapp.Der Boden gehört allen.', ['went on']])
  const other = onlyOne(server)
  expect(mode.saving.complete).toBe(true)
  Y.applyUpdate(base, other.update)
  expect(shownIn(base)).toContain('ist sehr und kostbarknapp.')
})

test('of a word that was half written when it was turned down the whole word is proposed anew', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.')
  const { type, text } = tarekIn(base, server)
  type('kost', 16, 21)
  await pass(500)
  const first = onlyOne(server)
  type('bar', 20)
  server.decide(first.id, 'rejected')
  await pass(3_000)
  expect(text()).toBe('Das Wasser ist kostbar.')
  Y.applyUpdate(base, onlyOne(server).update)
  expect(shownIn(base)).toContain('ist kostbar.')
})

test('what was written without a line on what was turned down meanwhile is proposed anew, also by another window', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.', 'Der Boden gehört allen.')
  const one = tarekIn(base, server)
  one.type('sehr ', 16)
  await pass(500)
  const first = onlyOne(server)
  server.reachable = false
  one.type('arg ', 21)
  one.type(' Immer.', 56)
  await pass(10_000)
  one.mode.saving.end()
  server.decide(first.id, 'rejected')
  server.reachable = true
  const later = tarekIn(base, server)
  later.mode.recall(one.kept.at(-1) ?? [])
  await pass(3_000)
  expect(later.text()).toBe('Das Wasser ist sehr arg knapp.Der Boden gehört allen. Immer.')
  for (const { update } of server.open.values()) Y.applyUpdate(base, update)
  expect(shownIn(base)).toBe(shownIn(later.mode.drafts.view))
})

test('what is written while the news of a decision is on its way is not lost', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.')
  const { mode, type, text } = tarekIn(base, server)
  type('sehr ', 16)
  await pass(500)
  const first = onlyOne(server)
  server.decide(first.id, 'accepted')
  await pass(10)
  mode.reconcile([], Date.now() + 1)
  await pass(500)
  type('arg ', 21)
  Y.applyUpdate(base, first.update)
  await pass(5_000)
  expect(text()).toBe('Das Wasser ist sehr arg knapp.')
  Y.applyUpdate(base, onlyOne(server).update)
  expect(shownIn(base)).toContain('ist sehr arg knapp.')
})

test.each(['accepted', 'rejected'] as const)(
  'of two that grow together while one of them is %s the rest goes on as one',
  async (state) => {
    const server = new Server()
    const base = textOf('Das Wasser ist knapp.')
    const { mode, sheet, type, text } = tarekIn(base, server)
    type('sehr ', 16)
    type('klare ', 5)
    await pass(500)
    const decided = [...server.open.values()].find(({ patch }) => wordsIn(patch).includes('sehr '))
    server.decide(decided?.id ?? '', state, state === 'accepted' ? base : undefined)
    sheet.dispatch(sheet.state.tr.insertText('Alles anders', 1, sheet.state.doc.content.size - 1))
    await pass(5_000)
    expect([text(), mode.saving.state]).toEqual(['Alles anders', 'saved'])
    Y.applyUpdate(base, onlyOne(server).update)
    expect(shownIn(base)).toContain('Alles anders')
    expect(shownIn(base)).not.toContain('Wasser')
    expect(shownIn(base)).not.toContain('sehr')
  },
)

const wordsIn = ({ structs }: Told['patch']) =>
  structs.flatMap((one) => (one instanceof Y.Item && one.content instanceof Y.ContentString ? [one.content.str] : []))

test('letters typed one by one and taken back are not sent along', async () => {
  const server = new Server()
  const { type, sheet } = tarekIn(textOf('Das Wasser ist knapp.'), server)
  for (const [index, letter] of [...'geheim '].entries()) type(letter, 16 + index)
  sheet.dispatch(sheet.state.tr.delete(16, 23))
  for (const [index, letter] of [...'leider '].entries()) type(letter, 16 + index)
  await pass(500)
  const [told] = [...server.open.values()]
  expect(told && wordsIn(told.patch)).toEqual(['leider '])
})
