import type { IconName } from '#src/web/icons.ts'
import type { Connection } from './editor-connection.ts'
import { failing, readOnly } from './editor-saving.ts'
import type { SaidInEditor } from './editor-texts.ts'

export type SaveState = 'opening' | 'saved' | 'sending' | 'offline' | 'failed' | 'reading' | 'ended'

/** Shorter than that nobody needs to read that something is on its way. */
const quiet = 700
/** A line that comes back within that time was never gone. */
const blink = 1_500
/** Longer than that something is wrong on the way, even if the line seems to stand. */
const patience = 8_000

export function saveStateOf(connection: Connection, now: number): SaveState {
  const { saving, ended, opened, connected, lostAt } = connection
  const waiting = saving.waitingSince === undefined ? 0 : now - saving.waitingSince
  if (ended) return 'ended'
  if (!connected && now - lostAt > blink) return 'offline'
  if (!opened) return 'opening'
  if (saving.serverState === readOnly) return 'reading'
  if (!saving.complete && (saving.serverState === failing || waiting > patience)) return 'failed'
  return waiting > quiet ? 'sending' : 'saved'
}

const icons: Record<SaveState, IconName> = {
  opening: 'cloud',
  saved: 'check',
  sending: 'cloud',
  offline: 'cloud-off',
  failed: 'triangle-alert',
  reading: 'eye',
  ended: 'lock',
}

const counted = (words: number, [none, one, many]: [string, string, string]) =>
  words === 0 ? none : words === 1 ? one : many.replace('{n}', String(words))

export function wordsFor(state: SaveState, { saving, ended, opened }: Connection, said: SaidInEditor): string {
  const words = saving.words()
  if (state === 'ended') return `${ended ? said[ended] : ''}${saving.complete ? '' : ` ${said.keepUnsaved}`}`
  if (state === 'sending') return counted(words, [said.sending, said.sendingOne, said.sendingMany])
  if (state !== 'offline') return said[state]
  if (!opened) return said.unopened
  return saving.complete ? said.offline : counted(words, [said.offlineSome, said.offlineOne, said.offlineMany])
}

const calm: SaveState[] = ['opening', 'saved', 'sending']

/** Always in the same place. Read out only when it becomes serious and when that is over. */
export function showSaveState(place: HTMLElement, state: SaveState, words: string): void {
  const before = place.dataset.save as SaveState
  if (before === state && place.textContent?.trim() === words) return
  const toBeHeard = !calm.includes(state) || (!calm.includes(before) && before !== undefined)
  place.setAttribute('aria-live', toBeHeard ? 'polite' : 'off')
  place.dataset.save = state
  place.querySelector('use')?.setAttribute('href', `/build/icons.svg#${icons[state]}`)
  const text = place.querySelector('span')
  if (text) text.textContent = words
}
