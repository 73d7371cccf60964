import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { SuggestMode } from '#views/documents/editor-suggest-mode.ts'
import type { Saved, Settled, Told, Verb } from '#views/documents/editor-suggest-office.ts'
import { patchOf } from '#views/documents/editor-suggest-patch.ts'
import type { Unsent } from '#views/documents/editor-suggest-saving.ts'
import { suggestSync } from '#views/documents/editor-suggest-sync.ts'
import { sheetOf, shownIn, textOf } from './proposer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What the server keeps, and how it answers when there is a line to it. */
class Server {
  readonly open = new Map<string, Told>()
  readonly withdrawn: string[] = []
  saves = 0
  reachable = true

  async save({ id, update, clients, version }: Unsent): Promise<Saved> {
    if (!this.reachable) return { kind: 'later' }
    this.saves += 1
    const stored = this.open.get(id)
    if (stored && stored.version > version) return { kind: 'older', told: stored }
    if (this.withdrawn.includes(id)) return { kind: 'settled', state: 'withdrawn' }
    const told = toldOf(id, update, clients, version + 1)
    this.open.set(id, told)
    return { kind: 'saved', told }
  }

  async settle(id: string, verb: Verb): Promise<Settled> {
    if (!this.reachable) return 'failed'
    this.open.delete(id)
    if (verb === 'withdrawal') this.withdrawn.push(id)
    return 'done'
  }
}

const toldOf = (id: string, update: Uint8Array, clients: Iterable<number>, version: number): Told => ({
  ...{ id, update, clients: new Set(clients), version, patch: patchOf(update), mine: true },
  ...{ author: { id: 'me', name: 'Tarek' }, changedAt: '', changes: [], collision: false, gone: false, threadCount: 0 },
  may: { accept: false, reject: false, withdraw: true, comment: true },
})

function tarekIn(base: Y.Doc, server: Server) {
  const mode = new SuggestMode(base, server)
  const kept: Unsent[][] = []
  mode.attend({ changed: () => {}, keep: (unsent) => kept.push(unsent), look: () => {} })
  const sheet = sheetOf(suggestSync(mode.drafts))
  mode.bind(sheet)
  const type = (words: string, at: number, to = at) => sheet.dispatch(sheet.state.tr.insertText(words, at, to))
  return { mode, kept, sheet, type }
}

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

test('what is written on a suggestion while somebody accepts it is proposed anew', async () => {
  const server = new Server()
  const base = textOf('Das Wasser ist knapp.')
  const { mode, sheet, type } = tarekIn(base, server)
  type('sehr ', 16)
  await pass(500)
  const [accepted] = [...server.open.values()]
  Y.applyUpdate(base, accepted?.update ?? new Uint8Array())
  server.open.clear()
  server.withdrawn.push(accepted?.id ?? '')
  type('sehr ', 21)
  await pass(3_000)
  expect(sheet.state.doc.textContent).toBe('Das Wasser ist sehr sehr knapp.')
  const [other] = [...server.open.values()]
  expect([server.open.size, other?.id === accepted?.id]).toEqual([1, false])
  Y.applyUpdate(base, other?.update ?? new Uint8Array())
  expect(shownIn(base)).toBe(shownIn(mode.drafts.view))
})

test('letters typed one by one and taken back are not sent along', async () => {
  const server = new Server()
  const { type, sheet } = tarekIn(textOf('Das Wasser ist knapp.'), server)
  for (const [index, letter] of [...'geheim '].entries()) type(letter, 16 + index)
  sheet.dispatch(sheet.state.tr.delete(16, 23))
  for (const [index, letter] of [...'leider '].entries()) type(letter, 16 + index)
  await pass(500)
  const [told] = [...server.open.values()]
  const sent = (told?.patch.structs ?? []).flatMap((one) =>
    one instanceof Y.Item && one.content instanceof Y.ContentString ? [one.content.str] : [],
  )
  expect(sent).toEqual(['leider '])
})
