import * as Y from 'yjs'
import { steps, syncMessage } from '#src/documents/editing/messages.ts'
import { field } from '#src/documents/markup.ts'
import type { Dice } from './dice.ts'

/** Stands in whatever an attack tries to get into a text. */
export const mark = '☠'

interface Target {
  /** What is stored of the text. */
  text: Y.Doc
  /** Client ids of other people under which something is stored already. */
  others: number[]
  /** The attacker's own id. */
  own: number
  dice: Dice
}

type Attack = (target: Target) => Uint8Array | undefined

/** A copy of the text under this id, starting behind what is known of it. */
function copyAs({ text }: Target, clientId: number): { doc: Y.Doc; body: Y.XmlFragment; since: Uint8Array } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text))
  // Yjs would take another one if it saw its own id in what it is given.
  doc.clientID = clientId
  return { doc, body: doc.getXmlFragment(field), since: Y.encodeStateVector(text) }
}

function written(target: Target, clientId: number, write: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const { doc, body, since } = copyAs(target, clientId)
  write(body, doc)
  return Y.encodeStateAsUpdate(doc, since)
}

const paragraph = (words: string) => {
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(words)])
  return line
}

const inForeignName: Attack = (target) =>
  target.others.length > 0
    ? written(target, target.dice.pick(target.others), (body) => body.insert(0, [paragraph(mark)]))
    : undefined

/** The same letters again, with other content. */
const otherwise: Attack = ({ others, dice }) => {
  if (others.length === 0) return undefined
  const doc = new Y.Doc()
  doc.clientID = dice.pick(others)
  doc.getXmlFragment(field).insert(0, [paragraph(mark.repeat(40))])
  return Y.encodeStateAsUpdate(doc)
}

const unknownNode: Attack = (target) =>
  written(target, target.own, (body) => body.insert(0, [new Y.XmlElement(`script${mark}`)]))

const halfACharacter: Attack = (target) =>
  written(target, target.own, (body) => body.insert(0, [paragraph(`${mark}\0`)]))

const otherRoot: Attack = (target) => written(target, target.own, (_, doc) => doc.getText('title').insert(0, mark))

const asAMap: Attack = ({ own }) => {
  const doc = new Y.Doc()
  doc.clientID = own
  doc.getMap(field).set(mark, new Y.Map())
  return Y.encodeStateAsUpdate(doc)
}

/** Own words that hang on some that were never sent. */
const behindAGap: Attack = (target) => {
  const { doc, body } = copyAs(target, target.own)
  body.insert(0, [paragraph('weg'.repeat(200))])
  const since = Y.encodeStateVector(doc)
  body.insert(1, [paragraph(mark)])
  return Y.encodeStateAsUpdate(doc, since)
}

const noise: Attack = ({ dice }) => Uint8Array.from({ length: dice.between(1, 30) }, () => dice.below(256))

/** Seven bytes that claim 33 million parts. */
const hugeClaim: Attack = () => new Uint8Array([0xff, 0xff, 0xff, 0x0f, 1, 1, 0])

const attacks = [inForeignName, otherwise, unknownNode, halfACharacter, otherRoot, asAMap, behindAGap, noise, hugeClaim]

/** What a hostile client sends; undefined where there is nothing to attack yet. */
export function attack(target: Target): Uint8Array | undefined {
  const update = target.dice.pick(attacks)(target)
  return update && syncMessage(target.dice.chance(0.8) ? steps.update : steps.missing, update)
}
