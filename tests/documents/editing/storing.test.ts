import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { type Change, currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { Storing } from '#src/runtime/co-editing/storing.ts'
import { connect, openDatabase } from '#src/runtime/postgres/database.ts'
import { type World, world } from '../../support/world.ts'
import { addText, loggedCount, textOf, until } from './co-editing.ts'

let w: World

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

/** The process in the database that has stored last. */
async function storer(): Promise<number> {
  const client = connect(w.place, { max: 1 })
  const [found] = await client`select pid from pg_stat_activity
    where datname = current_database() and query like '%document_updates%' and pid <> pg_backend_pid()`
  await client.end()
  return found?.pid
}

/** */
test('a connection on which the database has fallen silent is left behind, and the change is stored over another', async () => {
  const { id: documentId } = await addText(w)
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment(field).push([paragraph])
  const changeOf = (words: string): Change => {
    const before = Y.encodeStateVector(doc)
    paragraph.push([new Y.XmlText(words)])
    return { documentId, personId: w.people.swantje.id, bytes: Y.encodeStateAsUpdate(doc, before), binds: [] }
  }
  const storing = new Storing(() => openDatabase(w.place, 1), w.ports.log, { givenUpAfter: 400, worryingAfter: 100 })
  onTestFinished(() => storing.end())
  const first = { ...changeOf('eins'), bytes: Y.encodeStateAsUpdate(doc) }
  await storing.store([first])

  const silent = await storer()
  process.kill(silent, 'SIGSTOP')
  const second = changeOf('zwei')
  const given = storing.store([second])
  given.catch(() => undefined)
  await until(() => storing.isStuck, 'whoever watches may know')
  await expect(given).rejects.toThrow('does not answer')
  expect(storing.isStuck).toBe(true)
  await storing.store([second])
  expect(storing.isStuck).toBe(false)

  process.kill(silent, 'SIGCONT')
  await storing.store([changeOf('drei')])
  expect(await loggedCount(w, documentId)).toBeGreaterThanOrEqual(3)
  const stored = new Y.Doc()
  Y.applyUpdate(stored, await currentState(w.db, documentId))
  expect(textOf(stored.getXmlFragment(field))).toBe('einszweidrei')
})
