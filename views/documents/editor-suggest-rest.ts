import * as Y from 'yjs'
import type { Patch } from './editor-suggest-patch.ts'

const isGone = (doc: Y.Doc, client: number, clock: number) =>
  clock < Y.getState(doc.store, client) && Y.getItem(doc.store, Y.createID(client, clock)).deleted

/** Whether all that it puts in and takes out has become part of this text. */
export function restsIn(doc: Y.Doc, { structs, deletions }: Patch): boolean {
  const isThere = structs.every(({ id, length }) => id.clock + length <= Y.getState(doc.store, id.client))
  return (
    isThere &&
    [...deletions.clients].every(([client, stretches]) =>
      stretches.every(({ clock, len }) => isGone(doc, client, clock) && isGone(doc, client, clock + len - 1)),
    )
  )
}

/** When that is so, however long it takes. */
export const arrival = (doc: Y.Doc, patch: Patch): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!restsIn(doc, patch)) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
