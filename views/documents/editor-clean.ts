import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { maxDepth } from '#src/documents/markup.ts'

/** Characters that are none, and halves of such that are written as two: neither a database nor another editor takes them. */
const unusable = /[\0\p{Surrogate}]/gu

type Stretch = { from: number; to: number }

/** Between which letters two texts differ. */
function changed(before: Node, after: Node): Stretch | null {
  const from = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  return from === null || end === null ? null : { from: Math.min(from, end.b), to: Math.max(from, end.b) }
}

/** Some values can be written down and pasted that no list and no table can have. */
const isOff = (value: unknown) => typeof value === 'number' && !Number.isSafeInteger(value)

function usual({ type, attrs }: Node): Record<string, unknown> {
  const values = Object.entries(attrs)
  return Object.fromEntries(
    values.map(([name, value]) => [name, isOff(value) ? type.spec.attrs?.[name]?.default : value]),
  )
}

function tidied({ doc, tr }: EditorState, { from, to }: Stretch): Transaction | null {
  const strays: number[] = []
  doc.nodesBetween(from, to, (node, at) => {
    for (const { index } of node.text?.matchAll(unusable) ?? []) strays.push(at + index)
    if (Object.values(node.attrs).some(isOff)) tr.setNodeMarkup(at, null, usual(node))
  })
  for (const at of strays.reverse()) tr.delete(at, at + 1)
  return tr.docChanged ? tr : null
}

function isTooDeep({ doc }: Transaction, { from, to }: Stretch): boolean {
  let tooDeep = false
  doc.nodesBetween(from, to, (node, at) => {
    tooDeep ||= !node.isText && doc.resolve(at).depth >= maxDepth
    return !tooDeep
  })
  return tooDeep
}

const isOthers = (transaction: Transaction) => Boolean(transaction.getMeta(ySyncPluginKey)?.isChangeOrigin)

/** What the server would have to refuse never becomes part of the text, however it was typed, pasted or dropped. */
export const clean = Extension.create({
  name: 'clean',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction(transaction, { doc }) {
        const stretch = transaction.docChanged && !isOthers(transaction) && changed(doc, transaction.doc)
        return !stretch || !isTooDeep(transaction, stretch)
      },
      appendTransaction(transactions, before, after) {
        if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isOthers)) return null
        const stretch = changed(before.doc, after.doc)
        return stretch && tidied(after, stretch)
      },
    }),
  ],
})
