import type { IconName } from '#src/web/icons.ts'
import { hopelessRefusals } from './editor-coming-back.ts'
import type { Connection, Ended } from './editor-connection.ts'
import { counted, type SaidInEditor } from './editor-said-texts.ts'
import { failing } from './editor-saving.ts'

export type SaveState = 'opening' | 'saved' | 'sending' | 'offline' | 'failed' | 'refused' | 'ended'

/** So long all must have been stored before it is said: while somebody types, it would come and go with every letter. */
const settled = 700
/** A line that comes back within that time was never gone. */
export const blink = 1_500
/** Longer than that it is not on its way but unsent, even if the line seems to stand. */
const patience = 2_000

export function saveStateOf(connection: Connection, now: number): SaveState {
  const { saving, ended, opened, connected, lostAt, refusals } = connection
  const { complete, completeSince } = saving
  const waiting = saving.waitingSince === undefined ? 0 : now - saving.waitingSince
  if (ended) return 'ended'
  if (!complete && refusals >= hopelessRefusals) return 'refused'
  if (!connected && now - lostAt > blink) return 'offline'
  if (!opened && complete) return 'opening'
  if (!complete) return saving.serverState === failing || waiting > patience ? 'failed' : 'sending'
  return completeSince !== undefined && now - completeSince < settled ? 'sending' : 'saved'
}

const icons: Record<SaveState, IconName> = {
  opening: 'cloud',
  saved: 'check',
  sending: 'cloud',
  offline: 'cloud-off',
  failed: 'triangle-alert',
  refused: 'triangle-alert',
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
  if (state === 'failed') return counted(saving.words(), said.failed)
  if (state === 'refused') return counted(saving.words(), held.isKept ? said.refusedKept : said.refusedHere)
  if (state === 'opening' || state === 'sending' || state === 'saved') return said[state]
  if (!saving.complete) return counted(saving.words(), held.isKept ? said.offlineKept : said.offlineHere)
  return opened || held.isKnown ? said.offline : said.unopened
}

const calm: SaveState[] = ['opening', 'saved', 'sending']

/** Once when it becomes serious, whatever number follows, and once when all is stored again. */
function isToBeHeard({ dataset }: HTMLElement, state: SaveState): boolean {
  const { heard } = dataset
  if (!calm.includes(state)) dataset.heard = state
  else if (state === 'saved') delete dataset.heard
  return dataset.heard !== heard
}

/** Always in the same place. */
export function showSaveState(place: HTMLElement, state: SaveState, words: string): void {
  if (place.dataset.save === state && place.textContent?.trim() === words) return
  place.setAttribute('aria-live', isToBeHeard(place, state) ? 'polite' : 'off')
  place.dataset.save = state
  place.querySelector('use')?.setAttribute('href', `/build/icons.svg#${icons[state]}`)
  const text = place.querySelector('span')
  if (text) text.textContent = words
}
