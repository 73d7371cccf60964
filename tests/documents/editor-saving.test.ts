import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import { Saving, steps } from '#views/documents/editor-saving.ts'

/** A tab whose updates go out through a line that can be cut; the server's count is said by the test. */
function tab(doc = new Y.Doc()) {
  const saving = new Saving(doc)
  const line = { open: true }
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === 'device') return
    saving.changed()
    if (line.open) saving.sent(steps.update)
  })
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  doc.transact(() => doc.getXmlFragment(field).push([paragraph]), 'device')
  saving.told(Y.decodeStateVector(Y.encodeStateVector(doc)))
  const write = (words: string) => {
    for (const letter of words) text.insert(text.length, letter)
  }
  /** A connection as the provider makes it: opened, and sooner or later asked for what the server lacks. */
  const answer = () => saving.sent(steps.missing)
  return { doc, saving, line, text, write, answer }
}

test('every word counts as not stored until the server has counted its last letter', () => {
  const { saving, write, answer } = tab()
  saving.opened()
  answer()
  saving.heard(1, 0)
  expect(saving.complete).toBe(true)
  write('Wer neben dem Windrad')
  expect([saving.complete, saving.words()]).toEqual([false, 4])
  saving.heard(1 + 'Wer neben dem '.length, 0)
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

test('what came from the server is not counted as unsent, whoever wrote it', () => {
  const { doc, saving, answer } = tab()
  saving.opened()
  answer()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(other)
  const body = other.getXmlFragment(field)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('drei fremde Wörter')])
  body.push([paragraph])
  const update = Y.encodeStateAsUpdate(other, before)
  saving.learnt(update)
  Y.applyUpdate(doc, update, 'device')
  saving.changed()
  expect([saving.complete, saving.words()]).toEqual([false, 0])
})

/** The same text again, from what the device has kept. */
const reopened = ({ doc, saving }: ReturnType<typeof tab>, unsent: boolean) => {
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  const fresh = new Saving(again)
  fresh.recall(saving.known, unsent)
  return fresh
}

test('days later the words that were not stored are counted again, and only those', () => {
  const first = tab()
  first.saving.opened()
  first.answer()
  first.write('schon da ')
  first.saving.heard(1 + 'schon da '.length, 0)
  first.line.open = false
  first.write('noch drei Wörter')
  const later = reopened(first, true)
  expect([later.complete, later.words()]).toEqual([false, 3])
  later.opened()
  later.told(first.saving.known)
  later.sent(steps.missing)
  later.heard(1, 0)
  expect([later.complete, later.words()]).toEqual([true, 0])
})

test('words that the tab before did not mark as unsent are found by their place', () => {
  const first = tab()
  first.line.open = false
  first.write('plötzlich weg')
  expect(reopened(first, false).words()).toBe(2)
})

test('what only took something away is remembered as unsent too', () => {
  const first = tab()
  const later = reopened(first, true)
  expect([later.complete, later.words()]).toEqual([false, 0])
})

test('a server that has less than before is believed', () => {
  const { saving, write, answer } = tab()
  saving.opened()
  answer()
  write('aus der Sicherung')
  saving.heard(1 + 'aus der Sicherung'.length, 0)
  expect(saving.complete).toBe(true)
  saving.opened()
  saving.told(new Map())
  expect([saving.complete, saving.words()]).toEqual([false, 3])
})
