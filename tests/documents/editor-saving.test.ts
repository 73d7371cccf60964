import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Saving } from '#views/documents/editor-saving.ts'

/** A tab whose updates go out through a line that can be cut; the server's count is said by the test. */
function tab() {
  const doc = new Y.Doc()
  const saving = new Saving(doc)
  const line = { open: true }
  doc.on('update', (update: Uint8Array) => {
    saving.changed()
    if (line.open) saving.sent(new Uint8Array([0, 2, ...update]))
  })
  const text = doc.getText('body')
  const write = (words: string) => {
    for (const letter of words) text.insert(text.length, letter)
  }
  /** A connection as the provider makes it: opened, and sooner or later asked for what the server lacks. */
  const answer = () => saving.sent(new Uint8Array([0, 1, ...Y.encodeStateAsUpdate(doc)]))
  return { saving, line, text, write, answer }
}

test('every word counts as not stored until the server has counted its last letter', () => {
  const { saving, write, answer } = tab()
  saving.opened()
  answer()
  saving.heard(1, 0)
  expect(saving.complete).toBe(true)
  write('Wer neben dem Windrad')
  expect([saving.complete, saving.words()]).toEqual([false, 4])
  saving.heard(1 + 'Wer neben dem'.length, 0)
  expect([saving.complete, saving.words()]).toEqual([false, 1])
  saving.heard(1 + 'Wer neben dem Windrad'.length, 0)
  expect([saving.complete, saving.words(), saving.waitingSince]).toEqual([true, 0, undefined])
})

test('a new connection does not count what was written without one as stored before it has been handed over', () => {
  const { saving, line, write, answer } = tab()
  saving.opened()
  answer()
  saving.heard(1, 0)
  line.open = false
  write('im Tunnel ')
  line.open = true
  saving.opened()
  write('danach')
  saving.heard(1, 0)
  expect([saving.complete, saving.words()]).toEqual([false, 3])
  answer()
  saving.heard(7, 0)
  expect(saving.complete).toBe(true)
})

test('taking something away is a change too, though it has no words', () => {
  const { saving, text, write, answer } = tab()
  saving.opened()
  answer()
  write('weg')
  saving.heard(4, 0)
  text.delete(0, 3)
  expect([saving.complete, saving.words()]).toEqual([false, 0])
})

test('cursors and questions are not counted', () => {
  const { saving, write, answer } = tab()
  saving.opened()
  saving.sent(new Uint8Array([0, 0, 1, 0]))
  saving.sent(new Uint8Array([1, 3, 1, 1, 0]))
  answer()
  write('a')
  saving.heard(2, 0)
  expect(saving.complete).toBe(true)
})
