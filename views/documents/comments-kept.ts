import { keepsNothing } from './kept-words.ts'

/** What somebody has begun to say and not sent yet, by form; the hidden fields tell what it is about. */
export type KeptRemarks = Record<string, Record<string, string>>

const prefix = 'kreislauf-remarks'

const keyOf = (person: string, document: string) => `${prefix}-${person}-${document}`

/** Some browsers refuse the mere question. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

export function keptRemarks(person: string, document: string): KeptRemarks {
  try {
    return JSON.parse(storage()?.getItem(keyOf(person, document)) ?? '{}') as KeptRemarks
  } catch {
    return {}
  }
}

/** True when the device has taken it. */
function store(person: string, document: string, kept: KeptRemarks): boolean {
  try {
    if (Object.keys(kept).length === 0) storage()?.removeItem(keyOf(person, document))
    else storage()?.setItem(keyOf(person, document), JSON.stringify(kept))
    return storage() !== null
  } catch {
    return false
  }
}

export function keepRemark(person: string, document: string, form: string, fields: Record<string, string>): boolean {
  if (keepsNothing()) return false
  return store(person, document, { ...keptRemarks(person, document), [form]: fields })
}

export function dropRemark(person: string, document: string, form: string): void {
  const { [form]: _, ...others } = keptRemarks(person, document)
  store(person, document, others)
}

const keys = () => Object.keys(storage() ?? {}).filter((key) => key.startsWith(`${prefix}-`))

const isOf = (person: string) => (key: string) => key.startsWith(`${prefix}-${person}-`)

/** Signing out leaves nothing of this person. */
export function dropRemarksOf(person: string): void {
  for (const key of keys().filter(isOf(person))) storage()?.removeItem(key)
}

/** Whether somebody else has begun to say something on this device. */
export const othersKeepRemarks = (person: string): boolean => keys().some((key) => !isOf(person)(key))
