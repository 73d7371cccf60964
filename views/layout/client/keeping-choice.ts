import { deleteSentCopies } from '../../documents/copies.ts'
import { chooseToKeep, keepsNothing } from '../../documents/kept-words.ts'
import { tellTabs } from '../../documents/open-tabs.ts'
import { keptPlace } from './kept-here.ts'

const boxHere = () => document.querySelector<HTMLInputElement>('#keep-nothing')

function show(): void {
  const box = boxHere()
  if (!box) return
  box.checked = keepsNothing()
  box.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
}

/** Holds for this device and everybody on it. What has not arrived stays until it has. */
export function watchKeepingChoice(): void {
  show()
  document.addEventListener('htmx:after:swap', show)
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target !== boxHere()) return
    chooseToKeep(!target.checked)
    if (!target.checked) return
    tellTabs({ keepNothing: true })
    void deleteSentCopies(keptPlace()?.dataset.person)
  })
}
