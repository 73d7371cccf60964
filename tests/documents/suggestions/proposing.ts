import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Document } from '#src/documents/schema.ts'
import type { ToldSuggestion } from '#src/documents/suggestions/answering.ts'
import { firstPatchClient, type Patch } from '#src/documents/suggestions/judging.ts'
import { paths } from '#src/paths.ts'
import type { World } from '../../support/world.ts'
import { type HeadlessEditor, openHeadlessEditor } from '../interop/headless-editor.ts'

export const freshPatchClient = () =>
  firstPatchClient * (1 + Math.floor(Math.random() * 2 ** 20)) + new Y.Doc().clientID

/** What an editor does to this text, as a patch of it under this id. */
export function proposed(
  state: Uint8Array,
  work: (editor: HeadlessEditor) => void,
  client = freshPatchClient(),
): Patch {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = client
  const editor = openHeadlessEditor(doc)
  const parts: Uint8Array[] = []
  doc.on('update', (part: Uint8Array) => parts.push(part))
  work(editor)
  editor.close()
  return { update: Y.mergeUpdates(parts), clients: [client] }
}

/** Selects these words and writes others in their place. */
export const instead =
  (before: string, after: string) =>
  (editor: HeadlessEditor): void => {
    editor.goBehind(before)
    const { to } = editor.state.selection
    editor.change((tr) => (after ? tr.insertText(after, to - before.length, to) : tr.delete(to - before.length, to)))
  }

export const paragraphs = (...lines: string[]): Content => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

const data = { Accept: 'application/json' }

/** A text of AG Energie, and what people do with suggestions for it. */
export async function textWith(w: World, content: Content) {
  const paper = { groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'position', title: 'Wärme' } as const
  const document: Document = await change(w.ports, (tx, record) => createDocument(tx, record, { ...paper, content }))
  const group = w.groups.en
  const state = () => currentState(w.db, document.id)
  const send = async (person: PersonKey, body: object, to = document) => {
    const browse = await w.as(person)
    const headers = { ...data, 'Content-Type': 'application/json' }
    return browse(paths.suggestions(group, to), { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const post = async (person: PersonKey, path: string) =>
    (await w.as(person))(path, { method: 'POST', headers: data, body: '' })
  const suggest = async (person: PersonKey, work: (editor: HeadlessEditor) => void) => {
    const patch = proposed(await state(), work)
    const id = crypto.randomUUID()
    const response = await send(person, { ...patch, update: toBase64(patch.update), id, version: 0 })
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
    return { id, ...patch }
  }
  return {
    document,
    state,
    send,
    suggest,
    content: async () => contentOf(await state()),
    words: async () => plainTextOf(contentOf(await state())),
    list: async (person: PersonKey): Promise<ToldSuggestion[]> => {
      const response = await (await w.as(person))(paths.suggestions(group, document), { headers: data })
      return ((await response.json()) as { suggestions: ToldSuggestion[] }).suggestions
    },
    accept: (person: PersonKey, id: string) => post(person, paths.suggestionAcceptance(group, document, { id })),
    reject: (person: PersonKey, id: string) => post(person, paths.suggestionRejection(group, document, { id })),
    withdraw: (person: PersonKey, id: string) => post(person, paths.suggestionWithdrawal(group, document, { id })),
    rejectAllOf: (person: PersonKey, author: PersonKey) =>
      post(person, paths.suggestionRejections(group, document, w.people[author])),
    acceptAllOf: (person: PersonKey, author: PersonKey) =>
      post(person, paths.suggestionAcceptances(group, document, w.people[author])),
  }
}
