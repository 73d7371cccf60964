import type * as Y from 'yjs'
import { blocksOf } from './editor-blocks.ts'
import type { Connection, Ended } from './editor-connection.ts'
import type { Keeping } from './editor-keeping.ts'
import { counted, type SaidInEditor } from './editor-said-texts.ts'
import type { SaveState } from './editor-save-state.ts'
import { saveFile, writeFile } from './words-file.ts'

const uneasy: SaveState[] = ['offline', 'failed', 'refused', 'ended']

const signInAgain: (Ended | undefined)[] = ['expired', 'signedOut']
const noWayBack: (Ended | undefined)[] = ['removed', 'closed']

/** What helps in this state, beside the words that say it. */
export function showActs(place: HTMLElement, state: SaveState, { saving, ended }: Connection): void {
  const isUnsent = uneasy.includes(state) && !saving.complete
  const offered: Record<string, boolean> = {
    file: isUnsent,
    enter: signInAgain.includes(ended),
    reload: ended === 'outdated',
    discard: isUnsent && (state === 'refused' || noWayBack.includes(ended)),
  }
  for (const act of place.querySelectorAll<HTMLElement>('[data-act]')) act.hidden = !offered[act.dataset.act ?? '']
  place.hidden = !Object.values(offered).includes(true)
}

export interface Acting {
  doc: Y.Doc
  connection: Connection
  keeping: Keeping
  title: string
  said: SaidInEditor
}

/** The whole text as it is in this window, what is not sent first and marked. */
function download({ doc, connection: { saving }, keeping, title, said }: Acting): void {
  const blocks = blocksOf(doc, saving.known).map(({ level, pieces }) => ({ level, runs: pieces }))
  const content = writeFile({
    lang: document.documentElement.lang,
    title,
    lead: counted(saving.words(), said.file.lead),
    passages: keeping.passages(),
    whole: { lead: said.file.whole, blocks },
  })
  saveFile(`${title} – ${said.file.name}`, content)
}

/** What the server does not take is given up; the text as it is there remains. */
async function discard({ connection, keeping }: Acting): Promise<void> {
  const hasWayBack = !noWayBack.includes(connection.ended)
  await keeping.discard()
  if (hasWayBack) location.reload()
  else location.assign('/')
}

export function wireActs(place: HTMLElement, acting: Acting): void {
  place.addEventListener('click', (event) => {
    const act = event.target instanceof Element && event.target.closest<HTMLElement>('[data-act]')
    if (!act) return
    if (act.dataset.act === 'file') download(acting)
    if (act.dataset.act === 'reload') location.reload()
    if (act.dataset.act === 'discard') void discard(acting)
  })
}
