import type { texts } from './comments-texts.ts'

export type SaidOfComments = (typeof texts)['de']['said']

/** The element around conversations; everything that a script needs to know stands on it. */
export const rootOf = (element: Element) => element.closest<HTMLElement>('[data-comments]')

export const rootHere = () => document.querySelector<HTMLElement>('[data-comments]')

export const saidOn = (root: HTMLElement): SaidOfComments => JSON.parse(root.dataset.said ?? '{}')

export const whereOf = ({ dataset: { me = '', comments = '' } }: HTMLElement) => ({ person: me, document: comments })

/** For ears; the eye sees what has changed. */
export function announce(words: string): void {
  const place = document.querySelector('#said')
  if (place) place.textContent = words
}

export const isRemarkForm = (element: unknown): element is HTMLFormElement =>
  element instanceof HTMLFormElement && 'remark' in element.dataset

export const wordsOf = (form: HTMLFormElement) => form.querySelector<HTMLTextAreaElement>('textarea[name=words]')

export const fieldOf = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)

export const passageFields = ['anchor', 'quote', 'before', 'after', 'suggestion', 'row'] as const

export type Chosen = Partial<Record<(typeof passageFields)[number], string>>

/** Shows in the form what it is about; nothing: the whole text. */
export function setChosen(form: HTMLFormElement, chosen: Chosen, words = chosen.quote ?? ''): void {
  for (const name of passageFields) {
    const field = fieldOf(form, name)
    if (field) field.value = chosen[name] ?? ''
  }
  const quoted = form.querySelector<HTMLElement>('[data-quote]')
  if (quoted) quoted.textContent = words
  form.querySelector<HTMLElement>('.remark-passage')?.toggleAttribute('hidden', words === '')
  form.querySelector<HTMLElement>('.remark-whole')?.toggleAttribute('hidden', words !== '')
}

/** Unfolded and ready to type. */
export function open(form: HTMLFormElement): void {
  const fold = form.closest<HTMLDetailsElement>('details')
  if (fold) fold.open = true
  wordsOf(form)?.focus()
}

export const newForm = () => document.querySelector<HTMLFormElement>('#remark-new')
