import type { Picture } from '../attachments/picture.ts'
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
  /** By this person, within some minutes. */
  | 'too_often'
  /** This platform has no place apart for it. */
  | 'not_here'

/** What came along, what came along in another shape, and what did not; the views have the sentence for each. */
export const reported = [
  'pictures',
  'footnotes',
  'threads',
  'tables',
  'tasks',
  'picturesWithoutWords',
  'headingsRaised',
  'insertionsTaken',
  'deletionsLeftOut',
  'struckWords',
  'picturesLost',
  'drawings',
  'formulas',
  'marginTexts',
] as const

export type Reported = (typeof reported)[number]
export type Report = Partial<Record<Reported, number>>

/** Goes into the text under the id that its node already names. */
export interface ImportedPicture {
  id: string
  picture: Picture
  alt: string
}

export interface SaidRemark {
  /** As the file writes it: nobody of the alliance has said so here. */
  author: string
  /** Instant as ISO 8601, where the file tells. */
  at: string | null
  words: string
}

/** A comment of the file with the answers to it. */
export interface ImportedThread {
  /** ProseMirror positions in the content; without them it is about the whole text. */
  from?: number
  to?: number
  /** The words that it hangs on. */
  quote: string
  resolved: boolean
  remarks: SaidRemark[]
}

export interface Found {
  /** Where the file says itself what it is called. */
  title?: string | undefined
  content: Content
  pictures: ImportedPicture[]
  threads: ImportedThread[]
  report: Report
}

export type Converted = ({ ok: true } & Found) | { ok: false; code: Refusal }

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
