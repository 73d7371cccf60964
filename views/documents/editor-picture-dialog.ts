import type { NodeKit } from './editor-nodes.ts'
import type { PictureProblem } from './editor-nodes-texts.ts'

export interface Answer {
  alt: string
  decorative: boolean
}

type Question = Partial<Answer> & { canvas?: HTMLCanvasElement; act: string }

/** What is done with the answer; what stands in the way is said in the dialog, and one can try again. */
type Act = (answer: Answer, tell: (percent: number) => void) => Promise<PictureProblem | null>

const partsOf = (dialog: HTMLDialogElement) => {
  const part = <E extends Element>(selector: string) => dialog.querySelector(selector) as E
  return {
    form: part<HTMLFormElement>('form'),
    preview: part<HTMLElement>('.preview'),
    words: part<HTMLTextAreaElement>('textarea'),
    decorative: part<HTMLInputElement>('input[type=checkbox]'),
    error: part<HTMLElement>('.error'),
    progress: part<HTMLElement>('.progress'),
    submit: part<HTMLButtonElement>('button:not([type=button])'),
    cancel: part<HTMLButtonElement>('[data-does=cancel]'),
  }
}

type Parts = ReturnType<typeof partsOf>

const answerIn = ({ words, decorative }: Parts): Answer => ({
  alt: decorative.checked ? '' : words.value.trim(),
  decorative: decorative.checked,
})

function refuse({ error, words }: Parts, why: string): void {
  error.textContent = why
  error.hidden = why === ''
  words.toggleAttribute('aria-invalid', why !== '')
}

function fill(parts: Parts, { alt = '', decorative = false, canvas, act }: Question): void {
  parts.preview.replaceChildren(...(canvas ? [canvas] : []))
  parts.words.value = alt
  parts.words.disabled = decorative
  parts.decorative.checked = decorative
  parts.submit.textContent = act
  parts.progress.textContent = ''
  refuse(parts, '')
}

/** Asks what a picture shows, in a dialog of the browser. Ends when it is closed, with or without an answer. */
export function askAlternative({ page, t }: NodeKit, question: Question, act: Act): Promise<void> {
  const dialog = page.querySelector('#picture-dialog') as HTMLDialogElement
  const parts = partsOf(dialog)
  const over = new AbortController()
  const on = (from: EventTarget, type: string, listen: (event: Event) => void) =>
    from.addEventListener(type, listen, { signal: over.signal })

  const tell = (percent: number) => {
    parts.progress.textContent = t.sent.replace('{n}', String(percent))
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault()
    const answer = answerIn(parts)
    if (!answer.decorative && answer.alt === '') {
      refuse(parts, t.alternativeMissing)
      return parts.words.focus()
    }
    refuse(parts, '')
    parts.submit.disabled = true
    const problem = await act(answer, tell)
    parts.submit.disabled = false
    parts.progress.textContent = ''
    if (problem) refuse(parts, t.refused[problem])
    else dialog.close()
  }

  fill(parts, question)
  on(parts.form, 'submit', (event) => void submit(event))
  on(parts.cancel, 'click', () => dialog.close())
  on(parts.decorative, 'change', () => {
    parts.words.disabled = parts.decorative.checked
  })
  return new Promise((resolve) => {
    on(dialog, 'close', () => {
      over.abort()
      resolve()
    })
    dialog.showModal()
  })
}
