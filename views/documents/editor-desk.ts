import { type Editor, isMacOS } from '@tiptap/core'
import type { SaidInEditor } from './editor-said-texts.ts'
import { slash } from './editor-slash.ts'
import { showMore } from './editor-tools.ts'

/** The sheet with what lies around it. */
export interface Desk {
  page: HTMLElement
  editor: Editor
  said: SaidInEditor
  /** Everything that is typed becomes a suggestion. */
  suggests: boolean
}

type Part = 'find' | 'replace' | 'insert' | 'slash' | 'outline' | 'help'

/** What is not needed to read and write is fetched when somebody asks for it. */
const parts: Record<Part, (desk: Desk) => Promise<void>> = {
  find: async (desk) => (await import('./editor-find.ts')).openFind(desk, false),
  replace: async (desk) => (await import('./editor-find.ts')).openFind(desk, true),
  insert: async (desk) => (await import('./editor-insert.ts')).openInsert(desk, false),
  slash: async (desk) => (await import('./editor-insert.ts')).openInsert(desk, true),
  outline: async (desk) => (await import('./editor-outline.ts')).openOutline(desk),
  help: async (desk) => (await import('./editor-help.ts')).openHelp(desk),
}

const isPart = (name: string | undefined): name is Part => name !== undefined && name in parts

/** On some keyboards Ctrl and Alt together type a letter; on a Mac Ctrl moves the cursor. */
const isCommand = (event: KeyboardEvent) =>
  (isMacOS() ? event.metaKey : event.ctrlKey) && !event.getModifierState('AltGraph')

/** Where a slash is typed with Shift and 7, that is the key of numbered lists: F1 does the same everywhere. */
function partFor(event: KeyboardEvent): Part | undefined {
  if (event.key === 'F1') return 'help'
  if (!isCommand(event)) return undefined
  if (event.altKey) return event.code === 'KeyG' ? 'outline' : undefined
  if (event.key === '/') return 'help'
  return event.shiftKey ? undefined : ({ f: 'find', h: 'replace' } as const)[event.key.toLowerCase()]
}

const isSearching = (event: Event) => event.target instanceof HTMLInputElement && event.target.closest('.find') !== null

/** Whatever else is on the desk, as long as this editor lives. */
export function wireDesk(desk: Desk): void {
  const { page, editor } = desk
  const open = (part: Part) => void parts[part](desk)
  page.addEventListener('keydown', (event) => {
    const part = partFor(event)
    // Asked for a second time, the search of the browser comes.
    if (!part || event.defaultPrevented || (part === 'find' && isSearching(event))) return
    event.preventDefault()
    open(part)
  })
  page.addEventListener('click', ({ target }) => {
    const part = target instanceof Element && target.closest<HTMLElement>('[data-desk]')?.dataset.desk
    if (!part || !isPart(part)) return
    open(part)
    showMore(page.querySelector('.tools') as HTMLElement, false)
  })
  editor.registerPlugin(slash(() => open('slash')))
  void import('./editor-around.ts').then(({ layAround }) => !editor.isDestroyed && layAround(desk))
}

/** A part of the page that waited in a template. */
export function taken<E extends Element>(page: HTMLElement, name: string): E {
  const template = page.querySelector<HTMLTemplateElement>(`template[data-part=${name}]`)
  return template?.content.firstElementChild?.cloneNode(true) as E
}
