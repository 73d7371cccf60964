import { isMacOS } from '@tiptap/core'
import { type Desk, taken } from './editor-desk.ts'
import { choose, quoteStyles, writingSettings } from './editor-settings.ts'

/** On a Mac the keys are called otherwise. */
function rename(dialog: HTMLElement): void {
  const [control = '', option = ''] = [dialog.dataset.control, dialog.dataset.option]
  if (!isMacOS()) return
  for (const keys of dialog.querySelectorAll('dd'))
    keys.textContent = keys.textContent?.replaceAll(control, 'Cmd').replaceAll(option, 'Option') ?? ''
}

function build({ page, editor }: Desk): HTMLDialogElement {
  const dialog = taken<HTMLDialogElement>(page, 'help')
  const quotes = dialog.querySelector('select') as HTMLSelectElement
  const hear = dialog.querySelector('input') as HTMLInputElement
  const { quotes: chosen, hear: hears } = writingSettings()
  quotes.value = chosen
  hear.checked = hears
  quotes.addEventListener('change', () => {
    const style = quoteStyles.find((one) => one === quotes.value)
    if (style) choose({ quotes: style })
  })
  hear.addEventListener('change', () => choose({ hear: hear.checked }))
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    editor.commands.focus(undefined, { scrollIntoView: false })
  })
  rename(dialog)
  return dialog
}

/** Keys, and what can be chosen about typing. */
export function openHelp(desk: Desk): void {
  if (desk.page.querySelector('dialog.keys')) return
  const dialog = build(desk)
  desk.page.append(dialog)
  dialog.showModal()
}
