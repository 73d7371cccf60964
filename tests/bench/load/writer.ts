import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Speech } from './dialect.ts'

/** What a real document says while somebody types a paragraph into it, letter by letter. */
export function typedUpdates(clientId: number, keys: number): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment('body').insert(0, [paragraph])
    paragraph.insert(0, [text])
    text.insert(0, letterAt(0))
  })
  for (let key = 1; key < keys; key++) text.insert(key, letterAt(key))
  return updates
}

export const letterAt = (key: number): string => String.fromCharCode(97 + (key % 26))

/** The paragraph and its text come before the first letter. */
export const keyOfClock = (clock: number): number => clock - 2

/** The caret behind that letter, as y-tiptap says it, with a name and a colour. */
function caret(clientId: number, key: number): Uint8Array {
  const position = { type: null, tname: null, item: { client: clientId, clock: key + 2 }, assoc: 0 }
  const state = { user: { name: 'Swantje Kieselbach', color: '#2a5f94' }, cursor: { anchor: position, head: position } }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, key + 1)
    encoding.writeVarString(encoder, JSON.stringify(state))
  })
}

/** One per keystroke, ready to be sent: the letter, and where wished the caret that follows it. */
export const typedFrames = (speech: Speech, clientId: number, keys: number, cursors: boolean): Buffer[] =>
  typedUpdates(clientId, keys).map((update, key) => {
    const letter = speech.update(update)
    return cursors ? Buffer.concat([letter, speech.presence(caret(clientId, key))]) : letter
  })
