import type { Editor } from '@tiptap/core'
import { longestHref, safeHref } from '#src/paths.ts'

/** "example.org" is meant as a web address. */
const completed = (typed: string) => (/^[a-z][a-z0-9+.-]*:|^\//i.test(typed) ? typed : `https://${typed}`)

const asText = (href: string) => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })

/** Afterwards the cursor stands behind the link, so that the next letter neither replaces nor prolongs it. */
function setLink(editor: Editor, href: string): void {
  const linked = editor.chain().focus()
  if (editor.state.selection.empty && !editor.isActive('link')) linked.insertContent(asText(href))
  else linked.extendMarkRange('link').setLink({ href })
  linked
    .command(({ tr, commands }) => commands.setTextSelection(tr.selection.to))
    .unsetMark('link')
    .run()
}

/** Asks for an address in a dialog of the browser; returns what opens it. */
export function wireLink(dialog: HTMLDialogElement, editor: () => Editor): () => void {
  const form = dialog.querySelector('form') as HTMLFormElement
  const address = dialog.querySelector('input') as HTMLInputElement
  const [refusal, tooLong] = dialog.querySelectorAll<HTMLElement>('.error')
  const remove = dialog.querySelector('[data-does=unlink]') as HTMLElement

  const refuse = (why: HTMLElement | null | undefined) => {
    for (const one of [refusal, tooLong]) if (one) one.hidden = one !== why
    address.toggleAttribute('aria-invalid', why !== null)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const href = safeHref(completed(address.value.trim()))
    refuse(href !== null ? null : address.value.length > longestHref ? tooLong : refusal)
    if (href === null) return address.focus()
    dialog.close()
    setLink(editor(), href)
  })
  remove.addEventListener('click', () => {
    dialog.close()
    editor().chain().focus().extendMarkRange('link').unsetLink().run()
  })
  dialog.querySelector('[data-does=cancel]')?.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => editor().commands.focus())

  return () => {
    address.value = String(editor().getAttributes('link').href ?? '')
    refuse(null)
    remove.hidden = !editor().isActive('link')
    dialog.showModal()
  }
}
