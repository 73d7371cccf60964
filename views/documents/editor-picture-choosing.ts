import type { Editor } from '@tiptap/core'
import type { NodeKit } from './editor-nodes.ts'
import { say } from './editor-saying.ts'

/** What takes pictures in is fetched with the first one; without a line it does not come, and no picture would go. */
export async function takePictures(editor: Editor, kit: NodeKit, files: Iterable<File>, at?: number): Promise<void> {
  const taking = await import('./editor-pictures.ts').catch(() => null)
  if (taking) await taking.insertPictures(editor, kit, files, at)
  else say(kit.page, kit.t.refused.offline)
}

/** Asks the device for files. */
export function choosePictures(editor: Editor, kit: NodeKit): void {
  if (!navigator.onLine) {
    say(kit.page, kit.t.refused.offline)
    return
  }
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', multiple: true, accept: 'image/png,image/jpeg,image/webp,image/gif' })
  input.addEventListener('change', () => void takePictures(editor, kit, input.files ?? []))
  input.click()
}
