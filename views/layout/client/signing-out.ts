import { dropRemarksOf, othersKeepRemarks } from '../../documents/comments-kept.ts'
import { deleteCopiesOf } from '../../documents/copies.ts'
import { allKeptWords, dropWords, othersKeepWords } from '../../documents/kept-words.ts'
import { tellTabs } from '../../documents/open-tabs.ts'
import { keptPlace, sentenceOf } from './kept-here.ts'

const isSignOut = (form: unknown): form is HTMLFormElement =>
  form instanceof HTMLFormElement && form.getAttribute('action') === '/sign-out'

/** The server empties what is left, but not while somebody else has words here that have not arrived. */
function sparing(form: HTMLFormElement): void {
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'spare', value: '1' })
  form.append(field)
}

async function leave(form: HTMLFormElement, person: string): Promise<void> {
  tellTabs({ signedOut: person })
  for (const { document } of allKeptWords(person)) dropWords(person, document)
  dropRemarksOf(person)
  await deleteCopiesOf(person)
  if (othersKeepWords(person) || othersKeepRemarks(person)) sparing(form)
  form.submit()
}

function ask(place: HTMLElement, question: HTMLDialogElement, go: () => void): void {
  const { person = '' } = place.dataset
  const items = allKeptWords(person).map((kept) => {
    const item = document.createElement('li')
    item.textContent = sentenceOf(kept, place)
    return item
  })
  question.querySelector('[data-part=list]')?.replaceChildren(...items)
  question.onclick = ({ target }) => {
    const part = target instanceof Element && target.closest<HTMLElement>('[data-part]')?.dataset.part
    if (part === 'stay' || part === 'leave') question.close()
    if (part === 'leave') go()
  }
  // Inside of something hidden a dialog would not show.
  document.body.append(question)
  question.addEventListener('close', () => question.remove())
  question.showModal()
}

/** There only while it is asked. */
function question(): HTMLDialogElement | null {
  const template = document.querySelector<HTMLTemplateElement>('#sign-out-asking')
  return (template?.content.firstElementChild?.cloneNode(true) as HTMLDialogElement | undefined) ?? null
}

/** Signing out leaves nothing of this person on the device, and says before what would be lost. */
export function watchSigningOut(): void {
  document.addEventListener('submit', (event) => {
    const place = keptPlace()
    const { person } = place?.dataset ?? {}
    const form = event.target
    if (!place || !person || !isSignOut(form)) return
    event.preventDefault()
    const asked = allKeptWords(person).length > 0 ? question() : null
    if (asked) ask(place, asked, () => void leave(form, person))
    else void leave(form, person)
  })
}
