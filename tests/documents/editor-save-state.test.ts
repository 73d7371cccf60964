import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Connection } from '#views/documents/editor-connection.ts'
import { saveStateOf } from '#views/documents/editor-save-state.ts'
import { failing, Saving, steps } from '#views/documents/editor-saving.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** An open text on a line that stands; what the server has counted is said by the test. */
function open() {
  const saving = new Saving(new Y.Doc())
  saving.opened()
  saving.sent(steps.missing)
  saving.heard(1, 0)
  const line = { saving, opened: true, connected: true, lostAt: 0, ended: undefined, refusals: 0 }
  const connection = line as unknown as Connection
  let sent = 1
  const type = () => {
    saving.changed()
    saving.sent(steps.update)
    sent += 1
  }
  return {
    connection,
    saving,
    type,
    store: () => saving.heard(sent, 0),
    state: () => saveStateOf(connection, Date.now()),
  }
}

test('with the first letter it is no longer said that all is saved (E3)', () => {
  const { type, state } = open()
  expect(state()).toBe('saved')
  type()
  expect(state()).toBe('sending')
})

test('it is said again only when all has been stored for a moment', () => {
  const { type, store, state } = open()
  type()
  vi.advanceTimersByTime(20)
  store()
  expect(state()).toBe('sending')
  vi.advanceTimersByTime(600)
  expect(state()).toBe('sending')
  vi.advanceTimersByTime(200)
  expect(state()).toBe('saved')
})

test('while somebody types, nothing flickers, however fast each letter is stored', () => {
  const { type, store, state } = open()
  const seen = new Set<string>()
  for (let letter = 0; letter < 50; letter += 1) {
    type()
    seen.add(state())
    vi.advanceTimersByTime(5)
    store()
    seen.add(state())
    vi.advanceTimersByTime(195)
    seen.add(state())
  }
  expect([...seen]).toEqual(['sending'])
})

test('what waits for long, or what the server says it cannot store, is not called on its way', () => {
  const { type, state, saving } = open()
  type()
  vi.advanceTimersByTime(2_100)
  expect(state()).toBe('failed')
  const other = open()
  other.type()
  other.saving.heard(1, failing)
  expect([other.state(), saving.complete]).toEqual(['failed', false])
})
