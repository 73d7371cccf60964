import type { Outgoing } from '../outgoing.ts'
import { type PictureFile, pictureFiles } from '../pictures.ts'
import type { Typesetter } from './make.ts'

const alone = '#set page(width: auto, height: auto)\n#image(sys.inputs.data)'

/** What a browser passes over, the typesetter refuses, and it does not say which picture it is. */
function isSound(file: PictureFile, typeset: Typesetter): boolean {
  try {
    return typeset({ program: alone, data: file.path, files: [file], universal: false }).length > 0
  } catch {
    return false
  }
}

/** Pictures that can be set, and how many cannot. */
export function soundPictures(outgoing: Outgoing, typeset: Typesetter) {
  const files = pictureFiles(outgoing)
  const sound = files.filter((file) => isSound(file, typeset))
  return {
    sound: Object.fromEntries(sound.map(({ id, picture }) => [id, picture])),
    broken: files.length - sound.length,
  }
}
