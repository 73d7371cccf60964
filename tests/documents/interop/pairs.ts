import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { openSyncedTab, type Tab, until } from '../editing/co-editing.ts'
import { type HeadlessEditor, openHeadlessEditor } from './headless-editor.ts'
import { checkStored, type Meeting, meet, storedDoc, textFor, textIn } from './meeting.ts'

export interface Pair {
  id: string
  tabs: [Tab, Tab]
  swantje: HeadlessEditor
  tarek: HeadlessEditor
  /** With which codes their sockets were closed. */
  closes: number[]
}

const closedByOneself = 1005

/** Two editors on one text, each over its own socket. */
async function pairIn(there: Meeting): Promise<Pair> {
  const { id, sync } = await textFor(there)
  const tabs = await Promise.all([
    openSyncedTab(there.served, 'swantje', sync),
    openSyncedTab(there.served, 'tarek', sync),
  ])
  const closes: number[] = []
  for (const { provider } of tabs) provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  const editors = tabs.map(({ doc }) => openHeadlessEditor(doc))
  onTestFinished(() => {
    for (const editor of editors) editor.close()
    for (const tab of tabs) tab.close()
  })
  const [swantje, tarek] = editors as [HeadlessEditor, HeadlessEditor]
  return { id, tabs: tabs as [Tab, Tab], swantje, tarek, closes }
}

/** Both editors show the same nodes, the store holds it, and nobody was refused. */
async function agreement(there: Meeting, { id, tabs, swantje, tarek, closes }: Pair): Promise<void> {
  await until(() => swantje.state.doc.eq(tarek.state.doc), 'both editors show the same')
  await until(async () => textIn(await storedDoc(there.w, id)) === tabs[0].text(), 'it is stored')
  await checkStored(there.w, id)
  swantje.state.doc.check()
  expect([there.problems, closes.filter((code) => code > closedByOneself)]).toEqual([[], []])
}

/** For a file of tests in which two people write in one text at a time. */
export function meetInPairs() {
  let there: Meeting
  beforeAll(async () => {
    there = await meet()
  })
  afterAll(() => there.end())
  return { pair: () => pairIn(there), expectAgreement: (pair: Pair) => agreement(there, pair) }
}
