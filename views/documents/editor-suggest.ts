import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'
import type { Keeping } from './editor-keeping.ts'
import { showSaved } from './editor-suggest-bar.ts'
import { Board } from './editor-suggest-board.ts'
import { SuggestMode } from './editor-suggest-mode.ts'
import { Office } from './editor-suggest-office.ts'
import { suggestTexts } from './editor-suggest-texts.ts'

const nowAndThen = 15_000

const addressOf = (page: HTMLElement) => page.dataset.suggestions ?? ''

/** Before there is an editor: what it is bound to when everything typed is a suggestion. */
export const suggestIn = (page: HTMLElement, base: Y.Doc): SuggestMode =>
  new SuggestMode(base, new Office(addressOf(page)))

export interface Stage {
  page: HTMLElement
  base: Y.Doc
  editor: Editor
  keeping: Keeping
  mode: SuggestMode | undefined
}

const signOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('.suggest-sign') : null

/** As long as this editor lives: everybody's suggestions in the text and beside it. */
export function wireSuggestions({ page, base, editor, keeping, mode }: Stage): void {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'de'
  const t = suggestTexts[lang]
  const address = addressOf(page)
  const board = new Board({ page, base, editor, mode, office: new Office(address), address, lang, t })
  const ended = new AbortController()
  const { signal } = ended
  mode?.attend({
    changed: () => {
      showSaved(page, mode.saving, keeping.isKept, t)
      board.later()
    },
    keep: (unsent, words) => keeping.propose(unsent, words),
    look: board.look,
    wentOn: () => board.say(t.wentOn),
  })
  // Also how much is said about each of them.
  for (const name of ['suggestion', 'comment'])
    document.body.addEventListener(`${name}-${page.dataset.document}`, board.look, { signal })
  window.addEventListener('online', () => mode?.saving.now(), { signal })
  document.addEventListener('visibilitychange', () => document.hidden && mode?.saving.now(), { signal })
  page.addEventListener(
    'click',
    ({ target }) => {
      const sign = signOf(target)
      if (sign) board.open(sign.dataset.suggestion ?? '')
    },
    { signal },
  )
  page.addEventListener(
    'keydown',
    (event) => {
      const by = event.altKey && { PageDown: 1 as const, PageUp: -1 as const }[event.key]
      if (!by) return
      event.preventDefault()
      board.step(by)
    },
    { signal },
  )
  // Guests hear of nothing that happens in the group.
  const asking = page.dataset.writes === undefined ? setInterval(() => document.hidden || board.look(), nowAndThen) : 0
  editor.on('destroy', () => {
    ended.abort()
    clearInterval(asking)
    board.end()
    mode?.saving.end()
  })
  board.look()
}
