import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { NodeKit } from './editor-nodes.ts'
import { cleaned } from './editor-paste-html.ts'
import { takePictures } from './editor-picture-choosing.ts'
import { say } from './editor-saying.ts'

const picturesIn = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** Pages and programs put a picture of what was copied beside the words; only without words it is what was meant. */
const hasWords = (html: string) =>
  html.replaceAll(/<(style|script|title)[\s\S]*?<\/\1>|<[^>]*>|&nbsp;/gi, '').trim() !== ''

const images = /<img\b[^>]*>/gi

/** Pictures that are here and not yet in this text. */
const comesAlong = (image: string, document: string) =>
  /src="data:image\//i.test(image) ||
  (/data-attachment="/.test(image) && !image.includes(`data-document="${document}"`))

async function pasteAll(editor: Editor, kit: NodeKit, html: string): Promise<void> {
  const taking = await import('./editor-paste-pictures.ts').catch(() => null)
  if (taking) await taking.pasteWithPictures(editor, kit, html)
  else say(kit.page, kit.t.refused.offline)
}

function plugin(editor: Editor, kit: NodeKit): Plugin {
  const own = kit.page.dataset.document ?? ''
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleaned(html, own),
      handlePaste(_view, { clipboardData }) {
        const html = clipboardData?.getData('text/html') ?? ''
        const files = picturesIn(clipboardData)
        if (files.length > 0 && !hasWords(html)) {
          void takePictures(editor, kit, files)
          return true
        }
        if (![...html.matchAll(images)].some(([image]) => comesAlong(image, own))) return false
        void pasteAll(editor, kit, html)
        return true
      },
      handleDrop(view, event, _slice, isMoved) {
        const files = isMoved ? [] : picturesIn(event.dataTransfer)
        if (files.length === 0) return false
        event.preventDefault()
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
        void takePictures(editor, kit, files, at)
        return true
      },
    },
  })
}

/** What comes in from elsewhere: cleaned, and pictures by way of the server. */
export const pasting = (kit: NodeKit) =>
  Extension.create({
    name: 'pasting',
    addProseMirrorPlugins() {
      return [plugin(this.editor, kit)]
    },
  })
