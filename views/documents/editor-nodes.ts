import { type AnyExtension, type Editor, Extension } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { NoteView, notes } from './editor-footnote-view.ts'
import { type NodeTexts, nodeTexts } from './editor-nodes-texts.ts'
import { pasting } from './editor-paste.ts'
import { PictureView } from './editor-picture-view.ts'

export interface NodeKit {
  /** The element of the page in which one writes. */
  page: HTMLElement
  t: NodeTexts
}

export const kitOf = (page: HTMLElement): NodeKit => ({
  page,
  t: nodeTexts[document.documentElement.lang === 'en' ? 'en' : 'de'],
})

/** Asks for what a picture shows; what it needs is fetched with the first picture. */
export async function describePicture(editor: Editor, kit: NodeKit, at: number): Promise<void> {
  const { describeAgain } = await import('./editor-pictures.ts')
  await describeAgain(editor, kit, at)
}

const drawn: Record<string, (extension: AnyExtension, kit: NodeKit) => AnyExtension> = {
  // Tiptap writes widths into style attributes, which our pages refuse; tables find their width by themselves.
  table: (extension) =>
    extension.extend({
      addNodeView: () => null,
      renderHTML: () => ['div', { class: 'table-scroll' }, ['table', ['tbody', 0]]],
    }),

  taskItem: (extension, { t }) =>
    extension.configure({
      a11y: {
        checkboxLabel: ({ textContent }: { textContent: string }, checked: boolean) =>
          `${checked ? t.done : t.open}: ${textContent}`,
      },
    }),

  pageBreak: (extension, { t }) =>
    extension.extend({
      renderHTML: () => [
        'hr',
        { 'data-page-break': '', class: 'page-break', 'data-label': t.newPage, title: t.newPage },
      ],
    }),

  footnote: (extension, { t }) =>
    extension.extend({
      addNodeView:
        () =>
        ({ decorations }: { decorations: never }) =>
          new NoteView(decorations, t),
    }),

  image: (extension, kit) =>
    extension.extend({
      renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) => [
        'img',
        {
          ...HTMLAttributes,
          'data-document': kit.page.dataset.document,
          'data-from': `${kit.page.dataset.pictures}${HTMLAttributes['data-attachment']}`,
        },
      ],
      addNodeView:
        () =>
        ({ node, editor, getPos }: { node: never; editor: Editor; getPos: () => number | undefined }) =>
          new PictureView(node, editor, getPos, {
            t: kit.t,
            pictures: kit.page.dataset.pictures ?? '',
            describe: (at) => void describePicture(editor, kit, at),
          }),
    }),
}

/** Enter on a selected picture asks what it shows. */
const pictureKeys = (kit: NodeKit) =>
  Extension.create({
    name: 'pictureKeys',
    priority: 1_000,
    addKeyboardShortcuts: () => ({
      Enter: ({ editor }) => {
        const { selection } = editor.state
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return false
        void describePicture(editor, kit, selection.from)
        return true
      },
    }),
  })

/** A task is ticked off without leaving the line. */
const taskKeys = Extension.create({
  name: 'taskKeys',
  priority: 1_000,
  addKeyboardShortcuts: () => ({
    'Mod-Enter': ({ editor }) =>
      editor.isActive('taskItem') &&
      editor.commands.updateAttributes('taskItem', { checked: !editor.getAttributes('taskItem').checked }),
  }),
})

/** The schema, drawn as one writes in it, with the keys and the ways in that its nodes need. */
export function drawnIn(extensions: AnyExtension[], page: HTMLElement): AnyExtension[] {
  const kit = kitOf(page)
  return [
    ...extensions.map((one) => drawn[one.name]?.(one, kit) ?? one),
    notes,
    taskKeys,
    pictureKeys(kit),
    pasting(kit),
  ]
}
