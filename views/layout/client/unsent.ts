/** What htmx tells about one request. */
export interface Sent {
  sourceElement: Element
  request: { method: string; action: string; submitter?: HTMLElement | null }
  response: { status: number; raw: Response }
  text: string
  target?: Element
  select?: string
  swap?: string
  push?: string
  replace?: string
  moved?: boolean
  /** The parts of the page around a form whose answer is this very page. */
  stayed?: Element[]
  fetch?: typeof fetch
}

export type Reason = 'offline' | 'failed' | 'signed-out' | 'refused'

/** The first words of the page that came instead, such as who may do this. */
function wordsOf(page: string): string {
  const problem = new DOMParser().parseFromString(page, 'text/html').querySelector('#main .head')
  return [...(problem?.querySelectorAll('h1, .lead') ?? [])].map((part) => part.textContent).join('. ')
}

/** Says in the form itself that it has not been sent, and why. What was typed stays. */
export function tellUnsent(form: HTMLFormElement, reason: Reason, page = '') {
  const template = document.querySelector<HTMLTemplateElement>('#unsent')
  const notice = template?.content.firstElementChild?.cloneNode(true)
  if (!(notice instanceof HTMLElement)) return
  for (const line of notice.querySelectorAll<HTMLElement>('[data-when]')) {
    line.hidden = line.dataset.when !== reason
    if (line.dataset.when === 'refused' && reason === 'refused') line.textContent = wordsOf(page)
  }
  form.querySelector('.unsent')?.remove()
  form.append(notice)
  notice.scrollIntoView({ block: 'nearest' })
}
