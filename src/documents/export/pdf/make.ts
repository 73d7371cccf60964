import type { Made, Outgoing } from '../outgoing.ts'
import type { PictureFile } from '../pictures.ts'
import { printed } from './data.ts'
import { template } from './template.ts'

export interface Job {
  program: string
  data: string
  files: PictureFile[]
  /** For everybody, also those who hear it (PDF/UA); refused where not every rule of it can be kept. */
  universal: boolean
}

/** What a platform lends: it sets pages. Throws with the reason when it cannot. */
export type Typesetter = (job: Job) => Uint8Array

/** A PDF with tags, language, title and alternative texts, as ministries and libraries ask for it. */
export function makePdf(outgoing: Outgoing, typeset: Typesetter): Made {
  const job = { program: template, ...printed(outgoing) }
  return { bytes: tried(job, typeset), extension: 'pdf' }
}

/** A rare sign that no font has, or line numbers in a list over two pages, keep no text from being printed: it stays tagged. */
function tried(job: Omit<Job, 'universal'>, typeset: Typesetter): Uint8Array {
  try {
    return typeset({ ...job, universal: true })
  } catch (refusal) {
    if (!(refusal instanceof Error) || !/PDF\/UA/.test(refusal.message)) throw refusal
    return typeset({ ...job, universal: false })
  }
}
