import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf, schema } from '#src/documents/content/codec.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { addText, openSyncedTab, type Tab, textOf, until } from '../../documents/editing/co-editing.ts'
import { openHeadlessEditor } from '../../documents/interop/headless-editor.ts'
import type { GroupKey } from '../../support/world.ts'
import type { Ground, Target } from './ground.ts'
import { bearable, median, Pulse, p99 } from './pulse.ts'
import { type Claims, openRaw, type Raw } from './raw.ts'

const aim = 'Energie bleibt im Dorf'

/** Never to be found in a log. */
export const secretWord = 'Windradgeheimnis'

export interface Scene {
  ground: Ground
  target: Target
  id: string
  sync: string
  /** Two honest people who have the text open. */
  swantje: Tab
  tarek: Tab
  /** Who attacks. */
  gerd: Raw
  raw(person: PersonKey, claims?: Claims & { target?: Target }): Promise<Raw>
  tab(person: PersonKey, target?: Target): Promise<Tab>
}

export interface Siege {
  /** With what code gerd's seat must be ended: one of these. Without it the seat may stay. */
  closes?: number[]
  /** What takes long to make is made before anything is measured. */
  prepare?(scene: Scene): Uint8Array[]
  /** Does its worst, and resolves when the server has looked at it. */
  attack(scene: Scene, prepared: Uint8Array[]): Promise<void>
  /** What the attack may add to the text honestly, behind what was there. */
  adds?: boolean
  /** What it adds is within the schema, one by one, but editors may tidy it up. */
  untidy?: boolean
  /** How many lines the server may say about it. */
  lines?: number
}

const measured: {
  title: string
  before: number[]
  during: number[]
  elsewhere: number[]
  growth: number
  longestPause: number
}[] = []

const number = (value: number) => value.toFixed(1).padStart(7)
const ratio = (value: number, base: number) => `x${(value / base).toFixed(1)}`.padStart(6)

/** What bystanders felt, for whoever reads the run. */
export function tellMeasured(): void {
  const lines = measured
    .splice(0)
    .map(({ title, before, during, elsewhere, growth, longestPause }) =>
      [
        `${number(median(before))} ->${number(median(during))} ${ratio(median(during), median(before))}`,
        `p99 ${number(p99(before))} ->${number(p99(during))} ${ratio(p99(during), p99(before))}`,
        `next door ${number(median(elsewhere))} p99${number(p99(elsewhere))}`,
        `pause ${number(longestPause)}`,
        `${(growth / 1e6).toFixed(0).padStart(4)} MB  ${title}`,
      ].join(' | '),
    )
  process.stderr.write(`ms until an honest edit is seen, before -> during\n${lines.join('\n')}\n`)
}

type AtEnd = (end: () => void) => void

export async function openScene(ground: Ground, group: GroupKey = 'en', atEnd: AtEnd = onTestFinished): Promise<Scene> {
  const { target, w } = ground
  const { id, sync } = await addText(w, group)
  const ends: (() => void)[] = []
  atEnd(() => {
    for (const end of ends) end()
  })
  const tab: Scene['tab'] = async (person, at = target) => {
    const opened = await openSyncedTab(at, person, sync)
    ends.push(opened.close)
    return opened
  }
  const raw: Scene['raw'] = async (person, { target: at = target, ...claims } = {}) => {
    const opened = await openRaw(at, person, sync, claims)
    ends.push(opened.end)
    return opened
  }
  const [swantje, tarek] = await Promise.all([tab('swantje'), tab('tarek')])
  swantje.write(aim)
  await until(() => tarek.text() === aim, 'both have the text')
  return { ground, target, id, sync, swantje, tarek, raw, tab, gerd: await raw('gerd') }
}

/** Two honest people in a text of another group. */
export async function nextDoor({ w, target }: Ground): Promise<{ pulse: Pulse; close(): void }> {
  const { sync } = await addText(w, 'bt')
  const [ayla, hedwig] = await Promise.all([openSyncedTab(target, 'ayla', sync), openSyncedTab(target, 'hedwig', sync)])
  const close = () => {
    ayla.close()
    hedwig.close()
  }
  return { pulse: new Pulse(ayla, hedwig), close }
}

export const storedDoc = async ({ ground, id }: Pick<Scene, 'ground' | 'id'>): Promise<Y.Doc> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(ground.w.db, id))
  return doc
}

export const textIn = (doc: Y.Doc) => textOf(doc.getXmlFragment(field))

const enough = 8

/** A text to which many attackers come one after the other: none of them must leave anything behind. */
export interface Camp {
  scene: Scene
  pulse: Pulse
  close(): void
}

async function openCamp(ground: Ground): Promise<Camp> {
  const ends: (() => void)[] = []
  const scene = await openScene(ground, 'en', (end) => void ends.push(end))
  const pulse = new Pulse(scene.swantje, scene.tarek)
  await pulse.take(enough)
  return { scene, pulse, close: () => void ends.map((end) => end()) }
}

let camp: Camp | undefined

/** Where the one before has left something behind, the next one comes to a text of its own. */
export async function endureInCamp(ground: Ground, elsewhere: Pulse, title: string, siege: Siege): Promise<void> {
  const { scene, pulse, close } = camp ?? (await openCamp(ground))
  camp = undefined
  const gerd = await openRaw(ground.target, 'gerd', scene.sync)
  const before = await pulse.take(2)
  await siegeOf({ ...scene, gerd }, { pulse, before, beats: 3 }, elsewhere, title, siege)
  await expectUnchanged(scene, pulse)
  gerd.end()
  camp = { scene, pulse, close }
}

/** What all of them have left behind: nothing. */
export async function breakCamp(): Promise<void> {
  if (!camp) return
  const { scene, close } = camp
  camp = undefined
  const late = await openSyncedTab(scene.target, 'bjarne', scene.sync)
  await expectSound(scene, false, late)
  late.close()
  close()
}

/** Lays siege to a text while honest people go on writing in it and next door, and looks at what is left of it. */
export async function endure(ground: Ground, elsewhere: Pulse, title: string, siege: Siege): Promise<Scene> {
  const scene = await openScene(ground)
  const pulse = new Pulse(scene.swantje, scene.tarek)
  const before = await pulse.take(enough)
  await siegeOf(scene, { pulse, before, beats: enough }, elsewhere, title, siege)
  if (!siege.adds) await expectUnchanged(scene, pulse)
  await expectSound(scene, siege.untidy)
  return scene
}

interface Watch {
  pulse: Pulse
  before: number[]
  beats: number
}

async function siegeOf(scene: Scene, watch: Watch, elsewhere: Pulse, title: string, siege: Siege): Promise<void> {
  const { pulse, before, beats } = watch
  await scene.gerd.answered()
  const prepared = siege.prepare?.(scene) ?? []
  await elsewhere.take(1)
  const { rss } = await scene.target.figures()
  const said = scene.target.log().length
  const attack = siege.attack(scene, prepared)
  const [during, beyond] = await Promise.all([pulse.takeDuring(attack, beats), elsewhere.takeDuring(attack, beats)])
  const { peak, longestPause } = await scene.target.figures()
  measured.push({ title, before, during, elsewhere: beyond, growth: peak - rss, longestPause })
  if (siege.closes) {
    await until(() => scene.gerd.code() !== undefined, 'the attacker is sent off')
    expect(siege.closes).toContain(scene.gerd.code())
  }
  expect(scene.target.isUp()).toBe(true)
  expect(Math.max(...during, ...beyond)).toBeLessThan(bearable(before))
  expect(peak - rss).toBeLessThan(300e6)
  expectDiscreet(scene, said, siege.lines ?? (siege.closes ? 1 : 2))
}

async function expectUnchanged(scene: Scene, pulse: Pulse): Promise<void> {
  const expected = `${aim}\n${pulse.written}`
  await until(() => scene.tarek.text() === scene.swantje.text(), 'both have the same text')
  expect([scene.swantje.text(), scene.tarek.text()]).toEqual([expected, expected])
  expect(textIn(await storedDoc(scene))).toBe(expected)
}

/** Whoever has the text, comes to it or looks at it sees the same, and an editor can show it without touching it. */
export async function expectSound(scene: Scene, untidy = false, given?: Tab): Promise<void> {
  const late = given ?? (await scene.tab('bjarne'))
  // The last of it may still be on its way to one of them.
  await until(
    async () => new Set((await everySight(scene, late)).map(textIn)).size === 1,
    'all see what is stored',
  ).catch(async (error: Error) => {
    const texts = (await everySight(scene, late)).map(textIn)
    throw new Error(`${error.message}: ${texts.join('\n---\n')}`)
  })
  const stored = await storedDoc(scene)
  schema.nodeFromJSON(contentOf(Y.encodeStateAsUpdate(stored))).check()
  if (!untidy) expectEditable(stored)
  const page = await scene.ground.w.as('swantje')
  const answer = await page(scene.sync.replace(/\/sync$/, ''))
  expect([answer.status, (await answer.text()).includes(aim)]).toEqual([200, true])
}

const everySight = async (scene: Scene, late: Tab) => [
  await storedDoc(scene),
  scene.swantje.doc,
  scene.tarek.doc,
  late.doc,
]

/** An editor takes out, for everybody, what its schema refuses: there must be no reason for it. */
export function expectEditable(doc: Y.Doc): void {
  const before = Y.encodeStateAsUpdate(doc)
  const editor = openHeadlessEditor(doc)
  editor.change((tr) => tr.setMeta('nothing', true))
  editor.close()
  expect(Buffer.from(Y.encodeStateAsUpdate(doc)).equals(Buffer.from(before)), 'an editor changes nothing').toBe(true)
}

/** Said, but not more than once, and not what was in it. */
function expectDiscreet(scene: Scene, said: number, lines: number): void {
  const news = scene.target.log().slice(said)
  const about = news.filter(({ level }) => level === 'error')
  expect(about.length, about.map(({ line }) => line).join('\n')).toBeLessThanOrEqual(lines)
  expect(news.filter(({ line }) => line.includes(secretWord))).toEqual([])
}
