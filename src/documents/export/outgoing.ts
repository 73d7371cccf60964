import type { Picture } from '../attachments/picture.ts'
import type { Content } from '../markup.ts'

export const formats = ['pdf', 'docx', 'odt', 'html', 'md'] as const
export type Format = (typeof formats)[number]

export interface OutgoingRemark {
  author: string
  /** Instant as ISO 8601. */
  at: string
  words: string
}

/** A conversation beside the text; the mark `remarked` names those that hang on its words. */
export interface OutgoingThread {
  id: string
  resolved: boolean
  remarks: OutgoingRemark[]
}

/** A suggestion; the marks `inserted` and `deleted` name it in `by`. */
export interface OutgoingChange {
  author: string
  at: string
}

/** The words that a file has of its own, in the language that it is written in. */
export interface OutgoingWords {
  contents: string
  footnotes: string
  backToText: string
  page: string
  pageOf: string
  checksum: string
  done: string
  open: string
  picture: string
  suggestedBy: string
  deletedBy: string
}

/** Everything that a file needs to know of a text: plain data, so that another thread can make it. */
export interface Outgoing {
  title: string
  kind: string
  /** Of the text, for hyphenation and for voices that read it aloud. */
  language: 'de'
  content: Content
  /** Where links to pages of ours begin, without a slash at its end. */
  base: string
  /** Who sends it: alliance and address, line by line, and the group; null where nothing of it is wished for. */
  letterhead: { sender: string[]; group: string } | null
  /** Number and date of the decision, version, day: one line each. */
  about: string[]
  /** At the foot of every page. */
  running: string
  checksum: string | null
  numberedLines: boolean
  /** By the id of the attachment; those that could not be found are not there. */
  pictures: Record<string, Picture>
  threads: OutgoingThread[]
  changes: Record<string, OutgoingChange>
  words: OutgoingWords
}

export interface Flaws {
  /** Signs that no letters of ours have: a box stands for them. */
  lost: string[]
  /** Every rule is kept that those need who hear it. */
  universal: boolean
  /** So many are broken and left out. */
  pictures: number
}

export interface Made {
  bytes: Uint8Array
  /** Differs from the format where pictures go along in an archive. */
  extension: Format | 'zip'
  /** What is not as it should be in it: others have to be told before they take it. */
  flaws?: Flaws
}

/** Why there is no file; the page has the sentence for each. */
export type MakingProblem = 'took_too_long' | 'too_large' | 'not_here' | 'failed'

export type Making =
  | ({ ok: true } & Made)
  | { ok: false; code: Exclude<MakingProblem, 'failed'> }
  /** The error says where, and nothing of the text. */
  | { ok: false; code: 'failed'; error: Error }

/** Makes a file, apart from everything else and with limits. A platform says which formats it can make. */
export interface Make {
  formats: readonly Format[]
  make(format: Format, outgoing: Outgoing): Promise<Making>
}

export const mediaTypes: Record<Made['extension'], string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  zip: 'application/zip',
}
