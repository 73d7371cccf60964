import type { Picture } from '../attachments/picture.ts'
import { fileName } from './file-name.ts'
import type { Outgoing } from './outgoing.ts'
import { nodesOf, word } from './reading.ts'

export const endings: Record<Picture['type'], string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

export interface PictureFile {
  id: string
  path: string
  picture: Picture
}

/** Every picture once, in reading order, under a name that says what it shows; equal names are kept apart (SECURITY S-62). */
export function pictureFiles({ content, pictures, words }: Outgoing, folder = 'bilder'): PictureFile[] {
  const files = new Map<string, PictureFile>()
  for (const node of nodesOf(content)) {
    const id = word(node.attrs?.attachment)
    const picture = pictures[id]
    if (node.type !== 'image' || !picture || files.has(id)) continue
    const shown = word(node.attrs?.alt).slice(0, 40) || words.picture
    const name = fileName(`${files.size + 1} ${shown}`, '', endings[picture.type])
    files.set(id, { id, path: `${folder}/${name}`, picture })
  }
  return [...files.values()]
}
