import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { contentOf, schema } from '#src/documents/content/codec.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { addText, textOf } from '../editing/co-editing.ts'

/** A served world that keeps what its log says: honest clients give it nothing to say. */
export interface Meeting {
  w: World
  served: Served
  problems: string[]
  end(): Promise<void>
}

export async function meet(): Promise<Meeting> {
  const problems: string[] = []
  const log = {
    info: () => undefined,
    error: (event: string, error: unknown) => void problems.push(`${event} ${String(error)}`),
  }
  const w = await world({ log })
  const served = await serveWorld(w)
  const end = async () => {
    await w.ports.rooms.close()
    await served.close()
    await w.ports.end()
  }
  return { w, served, problems, end }
}

export const storedDoc = async (w: World, documentId: string): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, documentId))
  return doc
}

export const textIn = (doc: Y.Doc) => textOf(doc.getXmlFragment(field))

/** What is stored fits the schema. */
export const checkStored = async (w: World, documentId: string): Promise<void> => {
  const doc = await storedDoc(w, documentId)
  schema.nodeFromJSON(contentOf(Y.encodeStateAsUpdate(doc))).check()
}

export async function textFor({ w }: Meeting) {
  const text = await addText(w)
  onTestFinished(() => w.ports.rooms.settle(text.id))
  return text
}
