import type { Made, Outgoing } from '../outgoing.ts'
import type { PictureFile } from '../pictures.ts'
import { printed } from './data.ts'
import { boxed, signsIn } from './signs.ts'
import { soundPictures } from './sound-pictures.ts'
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

type Pages = Omit<Job, 'universal'>

/** A PDF with tags, language, title and alternative texts, as ministries and libraries ask for it. */
export function makePdf(outgoing: Outgoing, typeset: Typesetter): Made {
  try {
    return withPictures(outgoing, typeset)
  } catch (fault) {
    const { sound, broken } = soundPictures(outgoing, typeset)
    if (broken === 0) throw fault
    const made = withPictures({ ...outgoing, pictures: sound }, typeset)
    return { ...made, flaws: { lost: [], universal: true, ...made.flaws, pictures: broken } }
  }
}

function withPictures(outgoing: Outgoing, typeset: Typesetter): Made {
  const job = { program: template, ...printed(outgoing) }
  const whole = tried(job, typeset)
  return typeof whole === 'string' ? withFlaws(job, whole, typeset) : { bytes: whole, extension: 'pdf' }
}

/** The pages, or why they are not for everybody. */
function tried(job: Pages, typeset: Typesetter): Uint8Array | string {
  try {
    return typeset({ ...job, universal: true })
  } catch (refusal) {
    if (!(refusal instanceof Error) || !/PDF\/UA/.test(refusal.message)) throw refusal
    return refusal.message
  }
}

/** A sign that no font has keeps no text from being printed: a box stands for it. */
function withFlaws(job: Pages, refusal: string, typeset: Typesetter): Made {
  const lost = signsIn(refusal)
  const readable = { ...job, data: boxed(job.data, lost) }
  const bytes = lost.length > 0 ? tried(readable, typeset) : refusal
  if (typeof bytes !== 'string') return { bytes, extension: 'pdf', flaws: { lost, universal: true, pictures: 0 } }
  return {
    bytes: typeset({ ...readable, universal: false }),
    extension: 'pdf',
    flaws: { lost, universal: false, pictures: 0 },
  }
}
