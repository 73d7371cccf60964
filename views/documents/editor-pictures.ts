import type { Editor } from '@tiptap/core'
import { holdPlace } from './editor-holding.ts'
import { insertBlock } from './editor-inserting.ts'
import type { NodeKit } from './editor-nodes.ts'
import type { PictureProblem } from './editor-nodes-texts.ts'
import { send, shrunk } from './editor-picture-bytes.ts'
import { askAlternative } from './editor-picture-dialog.ts'
import { say } from './editor-saying.ts'

/** One after the other: each is looked at, described, sent, and then put where the cursor was. */
export async function insertPictures(editor: Editor, kit: NodeKit, files: Iterable<Blob>, at?: number): Promise<void> {
  const place = holdPlace(editor, at ?? editor.state.selection.to)
  for (const file of files) await insertOne(editor, kit, file, place)
}

async function insertOne(editor: Editor, kit: NodeKit, file: Blob, place: () => number): Promise<void> {
  const { page, t } = kit
  if (!navigator.onLine) return say(page, t.refused.offline)
  const small = await shrunk(file)
  if (typeof small === 'string') return say(page, t.refused[small])
  await askAlternative(kit, { canvas: small.canvas, act: t.insert }, async (answer, tell) => {
    const sent = await send(page.dataset.attachments ?? '', small.blob, tell)
    if (typeof sent === 'string') return sent
    const attrs = { attachment: sent.id, width: sent.width, height: sent.height, ...answer }
    const image = editor.isDestroyed ? undefined : editor.schema.nodes.image?.create(attrs)
    return image && editor.isEditable && insertBlock(editor, image, place()) ? null : 'not_allowed'
  })
  editor.commands.focus()
}

/** Asks anew what a picture of the text shows. */
export async function describeAgain(editor: Editor, kit: NodeKit, at: number): Promise<void> {
  const place = holdPlace(editor, at)
  const { alt = '', decorative = false } = editor.state.doc.nodeAt(at)?.attrs ?? {}
  await askAlternative(kit, { alt, decorative, act: kit.t.keep }, async (answer): Promise<PictureProblem | null> => {
    const node = editor.state.doc.nodeAt(place())
    if (node?.type.name !== 'image' || !editor.isEditable) return 'not_allowed'
    editor.view.dispatch(editor.state.tr.setNodeMarkup(place(), null, { ...node.attrs, ...answer }))
    return null
  })
  editor.commands.focus()
}
