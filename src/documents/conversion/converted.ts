import type { Content } from '../markup.ts'

/** Why a file did not become a text; the view of the form has the sentence for each. */
export type Refusal =
  | 'too_large'
  | 'too_large_inside'
  | 'broken'
  | 'locked'
  | 'old_word'
  | 'pdf'
  | 'not_understood'
  | 'nothing_in_it'
  | 'took_too_long'
  /** This platform has no place apart for it. */
  | 'not_here'

export type Converted =
  | { ok: true; content: Content /** Pictures are not taken over. */; images: number }
  | { ok: false; code: Refusal }

/** What was pasted is text and nothing else, even if it begins like a file. */
export type Source = 'file' | 'pasted'

/** Turns a file into a text, apart from everything else and with limits on time and memory. */
export type Convert = (bytes: Uint8Array<ArrayBuffer>, source: Source) => Promise<Converted>

export const maxFileSize = 20 * 1024 * 1024

/** Stops a conversion from wherever it is. */
export class Refused extends Error {
  readonly code: Refusal

  constructor(code: Refusal) {
    super(code)
    this.code = code
  }
}
