import { cleanText } from '../../web/clean.ts'
import { isTooDeep } from '../content/depth.ts'
import { plainTextOf } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import { type Converted, Refused, type Source } from './converted.ts'
import { contentOfMarkdown } from './markdown.ts'

export type Found = { content: Content; images: number }

/** What was found in a file, if it is a text that people can go on with; otherwise why not. */
export async function judge(find: () => Found | Promise<Found>): Promise<Converted> {
  try {
    const { content, images } = await find()
    if (isTooDeep(content)) throw new Refused('broken')
    if (plainTextOf(content) === '') throw new Refused('nothing_in_it')
    return { ok: true, content, images }
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
  return contentOfMarkdown(textOf(bytes), source)
}

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
