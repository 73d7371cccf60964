import type { IconName } from '#src/web/icons.ts'
import type { Connection, Ended } from './editor-connection.ts'
import { counted, type SaidInEditor } from './editor-said-texts.ts'
import { failing } from './editor-saving.ts'

export type SaveState = 'opening' | 'saved' | 'sending' | 'offline' | 'failed' | 'ended'

/** Shorter than that nobody needs to read that something is on its way. */
const quiet = 700
/** A line that comes back within that time was never gone. */
export const blink = 1_500
/** Longer than that it is not on its way but unsent, even if the line seems to stand. */
const patience = 2_000

export function saveStateOf(connection: Connection, now: number): SaveState {
  const { saving, ended, opened, connected, lostAt } = connection
  const waiting = saving.waitingSince === undefined ? 0 : now - saving.waitingSince
  if (ended) return 'ended'
  if (!connected && now - lostAt > blink) return 'offline'
  if (!opened && saving.complete) return 'opening'
  if (!saving.complete && (saving.serverState === failing || waiting > patience)) return 'failed'
  return waiting > quiet ? 'sending' : 'saved'
}

const icons: Record<SaveState, IconName> = {
  opening: 'cloud',
  saved: 'check',
  sending: 'cloud',
  offline: 'cloud-off',
  failed: 'triangle-alert',
  ended: 'lock',
}

/** What this device holds: what is not sent, or even the text from before. */
type Held = { isKept: boolean; isKnown: boolean }

function endedWords(ended: Ended, { saving }: Connection, { isKept }: Held, said: SaidInEditor): string {
  if (saving.complete) return said[ended]
  return `${said[ended]} ${counted(saving.words(), isKept ? said.endedKept : said.endedHere)}`
}

export function wordsFor(state: SaveState, connection: Connection, held: Held, said: SaidInEditor): string {
  const { saving, ended, opened } = connection
  if (state === 'ended' && ended) return endedWords(ended, connection, held, said)
  if (state === 'sending' || state === 'failed') return counted(saving.words(), said[state])
  if (state === 'opening' || state === 'saved') return said[state]
  if (!saving.complete) return counted(saving.words(), held.isKept ? said.offlineKept : said.offlineHere)
  return opened || held.isKnown ? said.offline : said.unopened
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
