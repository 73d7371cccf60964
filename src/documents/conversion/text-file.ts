import { cleanText } from '../../web/clean.ts'
import { isTooDeep } from '../content/depth.ts'
import { plainTextOf } from '../content/plain-text.ts'
import { type Converted, type Found, Refused, type Source } from './converted.ts'
import { contentOfHtml } from './html.ts'
import { contentOfMarkdown } from './markdown.ts'
import { withoutMilestones } from './milestones.ts'

/** What was found in a file, if it is a text that people can go on with; otherwise why not. */
export async function judge(find: () => Found | Promise<Found>): Promise<Converted> {
  try {
    const found = await find()
    if (isTooDeep(found.content)) throw new Refused('broken')
    if (plainTextOf(found.content) === '' && found.pictures.length === 0) throw new Refused('nothing_in_it')
    return { ok: true, ...found }
  } catch (error) {
    return { ok: false, code: error instanceof Refused ? error.code : 'broken' }
  }
}

const starts = (bytes: Uint8Array, signature: string) =>
  new TextDecoder('latin1').decode(bytes.subarray(0, signature.length)) === signature

/** Of other programs' files that are no text this one can say what they are. */
export function contentOfText(bytes: Uint8Array<ArrayBuffer>, source: Source): Found {
  if (source === 'file' && starts(bytes, '%PDF')) throw new Refused('pdf')
  if (source === 'file' && starts(bytes, '\xD0\xCF\x11\xE0')) throw new Refused('old_word')
  const text = withoutMilestones(textOf(bytes))
  return source === 'file' && /^\s*<(!doctype html|html)[\s>]/i.test(text)
    ? contentOfHtml(bodyOf(text))
    : contentOfMarkdown(text, source)
}

/** Of a whole page what is meant to be read. */
const bodyOf = (page: string) =>
  page.replace(/<head[\s>][\s\S]*?<\/head>/i, '').replace(/<\/?(!doctype|html|body)[^>]*>/gi, '')

export const convertText = (bytes: Uint8Array<ArrayBuffer>, source: Source) => judge(() => contentOfText(bytes, source))

/** UTF-8, or what older Windows programs write. Bytes that no text has make it something else. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes.includes(0)) throw new Refused('not_understood')
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return cleanText(new TextDecoder('windows-1252').decode(bytes))
  }
}
