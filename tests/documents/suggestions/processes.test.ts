import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { paths } from '#src/paths.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import type { RunningServer } from '../../support/process.ts'
import { type World, world } from '../../support/world.ts'
import { openSyncedTab, until } from '../editing/co-editing.ts'
import { startOneOfSeveral } from '../editing/processes.ts'
import { openHeadlessEditor } from '../interop/headless-editor.ts'
import { instead, paragraphs, textWith } from './proposing.ts'

let w: World
let here: Served
let other: RunningServer
let folder: string

beforeAll(async () => {
  w = await world({ quiet: true })
  folder = await mkdtemp(join(tmpdir(), 'kreislauf-suggestions-'))
  here = await serveWorld(w)
  other = await startOneOfSeveral(w, folder)
}, 60_000)
afterAll(async () => {
  other.child.kill('SIGKILL')
  await other.ended
  await here.close()
  await w.ports.end()
  await rm(folder, { recursive: true })
})

test('by way of different processes, too, one of those who decide at once wins, and both rooms show the same', async () => {
  const cookie = cookieFrom(w, other.url)
  const lines = Array.from({ length: 8 }, (_, n) => `Zeile ${n} steht hier.`)
  const text = await textWith(w, paragraphs(...lines))
  const sync = `/groups/en/documents/${text.document.id}/sync`
  const tabs = [
    await openSyncedTab(here, 'swantje', sync),
    await openSyncedTab({ url: other.url, cookie }, 'gerd', sync),
  ] as const
  const editors = tabs.map(({ doc }) => openHeadlessEditor(doc))
  onTestFinished(() => {
    for (const editor of editors) editor.close()
    for (const tab of tabs) tab.close()
  })
  const decide = async (path: string) => {
    const headers = { Cookie: await cookie('gerd'), Origin: other.url, Accept: 'application/json' }
    return (await fetch(other.url + path, { method: 'POST', headers })).status
  }
  const wins: boolean[] = []
  for (const [n, line] of lines.entries()) {
    const { id } = await text.suggest('tarek', instead(line, `Zeile ${n} steht neu hier.`))
    const path = (n % 2 ? paths.suggestionAcceptance : paths.suggestionRejection)(w.groups.en, text.document, { id })
    editors[n % 2]?.goBehind(`Zeile ${n}`)
    editors[n % 2]?.type('!')
    const [mine, theirs] = await Promise.all([text.accept('swantje', id), decide(path)])
    expect([mine.status, theirs].sort()).toEqual([200, 409])
    wins.push(n % 2 === 1 || mine.status === 200)
  }
  const whole = lines.map((_, n) => `Zeile ${n}! steht ${wins[n] ? 'neu ' : ''}hier.`).join('\n')
  for (const editor of editors) await until(() => editor.text() === whole, 'both rooms show the same', 20_000)
  await until(
    async () => plainTextOf(contentOf(await currentState(w.db, text.document.id))) === whole,
    'all of it is stored',
    20_000,
  )
}, 60_000)
