/** Words of somebody that lie on this device only. Small enough to be looked up on every page. */
export interface KeptWords {
  document: string
  title: string
  href: string
  words: number
  /** As they stand in the text, one entry for each paragraph. */
  passages: string[]
  /** Which tab says so. */
  tab: number
  /** There is no way back into the text. */
  closed?: boolean
}

const prefix = 'kreislauf-unsent'

const keyOf = (person: string, document: string) => `${prefix}-${person}-${document}`

/** Some browsers refuse the mere question. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function read(key: string): KeptWords | null {
  try {
    return JSON.parse(storage()?.getItem(key) ?? 'null') as KeptWords | null
  } catch {
    return null
  }
}

export const keptWords = (person: string, document: string): KeptWords | null => read(keyOf(person, document))

export function keepWords(person: string, kept: KeptWords): void {
  try {
    storage()?.setItem(keyOf(person, kept.document), JSON.stringify(kept))
  } catch {
    // A full device still has the copy of the text itself.
  }
}

export const dropWords = (person: string, document: string) => storage()?.removeItem(keyOf(person, document))

const allKeys = () => Object.keys(storage() ?? {}).filter((key) => key.startsWith(`${prefix}-`))

/** Of this person. */
export const allKeptWords = (person: string): KeptWords[] =>
  allKeys()
    .filter((key) => key.startsWith(`${prefix}-${person}-`))
    .flatMap((key) => read(key) ?? [])

/** Whether somebody else has words on this device that have not arrived. */
export const othersKeepWords = (person: string): boolean =>
  allKeys().some((key) => !key.startsWith(`${prefix}-${person}-`))

/** Whether some copy's text has words in it that have not arrived. */
export const hasKeptWords = (person: string, document: string): boolean => keptWords(person, document) !== null

const refusal = 'kreislauf-keep=nothing'

/** A cookie, because signing out empties everything else; no server needs to know. */
export const keepsNothing = (): boolean => document.cookie.split('; ').includes(refusal)

const aYear = 31_536_000

export function chooseToKeep(keep: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the other way is not there in the browsers of 2021
  document.cookie = `${refusal}; Path=/; SameSite=Lax; Max-Age=${keep ? 0 : aYear}`
}
