import { cleanText } from '../../web/clean.ts'
import { pictureIn } from '../attachments/picture.ts'
import { longestAlternative } from '../nodes/image.ts'
import type { ImportedPicture, Report, Reported } from './converted.ts'

/** More than any text of an alliance has; what comes after them is counted as lost. */
const mostPictures = 200

/** What is found in a file besides its words, while it is read. */
export class Findings {
  readonly pictures: ImportedPicture[] = []
  readonly report: Report = {}

  count(what: Reported, times = 1) {
    if (times > 0) this.report[what] = (this.report[what] ?? 0) + times
  }

  /** HTML for its place in the text; nothing where it is no picture that pages may show. */
  picture(bytes: Uint8Array | undefined, written: string): string {
    const judged = bytes && this.pictures.length < mostPictures ? pictureIn(bytes) : null
    if (!judged?.ok) {
      this.count('picturesLost')
      return ''
    }
    const { picture } = judged
    const id = crypto.randomUUID()
    const alt = cleanText(written).trim().slice(0, longestAlternative)
    this.pictures.push({ id, picture, alt })
    this.count('pictures')
    if (alt === '') this.count('picturesWithoutWords')
    return `<img data-attachment="${id}" width="${picture.width}" height="${picture.height}" alt="${escaped(alt)}">`
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** For those who only say how many there were. */
export type Counting = Pick<Findings, 'count'>
