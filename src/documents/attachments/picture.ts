import { imageSize } from 'image-size'
import { gifWithoutMetadata } from './metadata/gif.ts'
import { jpegWithoutMetadata } from './metadata/jpeg.ts'
import { pngWithoutMetadata } from './metadata/png.ts'
import { webpWithoutMetadata } from './metadata/webp.ts'
import type { PictureType } from './schema.ts'

/** Judged, measured, and without what tells where and with what it was taken. */
export interface Picture {
  type: PictureType
  width: number
  height: number
  bytes: Uint8Array
}

/** Why something is not taken as a picture; the pages have the sentence for each. */
export type PictureRefusal = 'nothing_in_it' | 'too_large' | 'too_many_pixels' | 'not_a_picture' | 'broken'

export type Judged = { ok: true; picture: Picture } | { ok: false; code: PictureRefusal }

export const largestPicture = 5 * 1024 * 1024
export const mostPixels = 40_000_000

const begins = (bytes: Uint8Array, signature: string, at = 0) =>
  signature.split('').every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/** By what it begins with; a name or a header may say anything. */
function typeOf(bytes: Uint8Array): PictureType | null {
  if (begins(bytes, '\x89PNG\r\n\x1A\n')) return 'image/png'
  if (begins(bytes, '\xFF\xD8\xFF')) return 'image/jpeg'
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'image/webp'
  return begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a') ? 'image/gif' : null
}

const cleaned: Record<PictureType, (bytes: Uint8Array, orientation: number) => Uint8Array> = {
  'image/png': pngWithoutMetadata,
  'image/jpeg': jpegWithoutMetadata,
  'image/webp': webpWithoutMetadata,
  'image/gif': gifWithoutMetadata,
}

/** A photograph says in its metadata how the camera was held; on its side it is as high as it is wide. */
function measured(type: PictureType, bytes: Uint8Array): Judged {
  const { width, height, orientation = 1 } = imageSize(bytes)
  if (!(width > 0 && height > 0)) return { ok: false, code: 'broken' }
  if (width * height > mostPixels) return { ok: false, code: 'too_many_pixels' }
  const onItsSide = type === 'image/jpeg' && orientation >= 5 && orientation <= 8
  const extent = onItsSide ? { width: height, height: width } : { width, height }
  return { ok: true, picture: { type, ...extent, bytes: cleaned[type](bytes, orientation) } }
}

/** What these bytes are as a picture, if they are one that pages may show (SECURITY S-57). */
export function pictureIn(bytes: Uint8Array): Judged {
  if (bytes.length === 0) return { ok: false, code: 'nothing_in_it' }
  if (bytes.length > largestPicture) return { ok: false, code: 'too_large' }
  const type = typeOf(bytes)
  if (!type) return { ok: false, code: 'not_a_picture' }
  try {
    return measured(type, bytes)
  } catch {
    // Those who read pictures say so by throwing when there is none.
    return { ok: false, code: 'broken' }
  }
}
