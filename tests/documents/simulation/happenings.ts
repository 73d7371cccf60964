import type { Clock } from '#src/documents/editing/clock.ts'
import type { Dice } from './dice.ts'
import { type Note, nameOf, type Person, type Tab } from './tab.ts'

/** What the script of a life needs of the world in which it is lived. */
export interface Stage {
  dice: Dice
  clock: Pick<Clock, 'later'>
  tabs: Tab[]
  living: Tab[]
  say(what: string): void
  openTab(person: Person, documentId: string, kept?: Note[]): Tab
}

/** One thing that people do, or that befalls them and their lines, whatever stands behind. */
export type Happening<S extends Stage = Stage> = (stage: S) => void

const some = (stage: Stage, act: (tab: Tab) => void) => {
  if (stage.living.length > 0) act(stage.dice.pick(stage.living))
}

export const write: Happening = (stage) =>
  some(stage, (tab) => {
    stage.say(`${nameOf(tab)} writes`)
    for (let left = stage.dice.between(1, 3); left > 0; left--) tab.write()
  })

export const undo: Happening = (stage) =>
  some(stage, (tab) => {
    stage.say(`${nameOf(tab)} undoes`)
    tab.undo()
  })

export const cut: Happening = (stage) =>
  some(stage, (tab) => {
    stage.say(`${nameOf(tab)} is cut off`)
    tab.wire?.cut()
  })

export const stall: Happening = (stage) =>
  some(stage, (tab) => {
    const ms = stage.dice.between(50, 4_000)
    const direction = stage.dice.pick(['up', 'down', 'both'] as const)
    stage.say(`${nameOf(tab)} is stalled ${direction} for ${ms} ms`)
    tab.wire?.stall(ms, direction)
    if (tab.wire && stage.dice.chance(0.2)) tab.wire.weight = 100_000
  })

/** What has arrived already arrives again. */
export const repeat: Happening = (stage) =>
  some(stage, (tab) => {
    stage.say(`${nameOf(tab)} repeats itself`)
    tab.repeat()
  })

/** With what the browser had written down by then. */
export const crash: Happening = (stage) =>
  some(stage, (tab) => {
    stage.say(`${nameOf(tab)} crashes`)
    tab.crash()
    const kept = stage.dice.chance(0.7) ? tab.kept.slice(0, tab.kept.length - stage.dice.below(3)) : []
    stage.clock.later(stage.dice.between(10, 2_000), () => stage.openTab(tab.person, tab.documentId, kept))
  })

/** A second window of the same browser begins with what the first has written down. */
export const secondWindow: Happening = (stage) =>
  some(stage, (tab) => {
    if (stage.tabs.length < 8) stage.openTab(tab.person, tab.documentId, [...tab.kept])
  })

export const leave: Happening = (stage) => some(stage, (tab) => tab.crash())
