import { copyName, deleteCopy, deleteSentCopies } from '../../documents/copies.ts'
import { allKeptWords, dropWords, type KeptWords, keepWords } from '../../documents/kept-words.ts'
import { saveFile, writeFile } from '../../documents/words-file.ts'
import type { SaidOfKept } from '../kept-texts.ts'

export const keptPlace = () => document.querySelector<HTMLElement>('#kept-here')

const saidIn = (place: HTMLElement) => JSON.parse(place.dataset.said ?? '{}') as SaidOfKept

const counted = (n: number, [none = '', one = '', many = '']: readonly string[]) =>
  (n === 0 ? none : n === 1 ? one : many).replace('{n}', String(n))

/** "42 words for this text". */
export const sentenceOf = ({ words, title }: KeptWords, place: HTMLElement) =>
  counted(words, saidIn(place).words).replace('{title}', title)

function save({ title, words, passages }: KeptWords, place: HTMLElement): void {
  const said = saidIn(place)
  const { lang } = document.documentElement
  saveFile(`${title} – ${said.fileName}`, writeFile({ lang, title, lead: counted(words, said.file), passages }))
}

function rowFor(kept: KeptWords, place: HTMLElement, person: string): Node {
  const row = place.querySelector('template')?.content.firstElementChild?.cloneNode(true) as HTMLElement
  const part = <E extends HTMLElement>(name: string) => row.querySelector<E>(`[data-part=${name}]`)
  const [words, closed, open, discard] = [
    part('words'),
    part('closed'),
    part<HTMLAnchorElement>('open'),
    part('discard'),
  ]
  if (words) words.textContent = sentenceOf(kept, place)
  if (closed) closed.hidden = !kept.closed
  if (discard) discard.hidden = !kept.closed
  if (open) Object.assign(open, { href: kept.href, hidden: Boolean(kept.closed) })
  part('save')?.addEventListener('click', () => save(kept, place))
  discard?.addEventListener('click', () => {
    dropWords(person, kept.document)
    showKept()
  })
  return row
}

const editorHere = () => document.querySelector<HTMLElement>('kreislauf-editor')

/** Instead of the editor there is another page: there is no way back into that text. */
async function giveUpClosed(person: string): Promise<void> {
  const [, document] = location.pathname.match(/\/documents\/([0-9a-f-]{36})\/edit$/) ?? []
  if (!document || editorHere()) return
  const kept = allKeptWords(person).find((one) => one.document === document)
  if (kept) keepWords(person, { ...kept, closed: true })
  await deleteCopy(copyName(person, document))
}

/** Except what the editor on this page says itself. */
function showKept(): void {
  const place = keptPlace()
  const { person } = place?.dataset ?? {}
  if (!place || !person) return
  const here = editorHere()?.dataset.document
  const kept = allKeptWords(person).filter(({ document }) => document !== here)
  place.querySelector('.list')?.replaceChildren(...kept.map((one) => rowFor(one, place, person)))
  place.hidden = kept.length === 0
}

/** On every page: which words of this person are only here. Where nobody is signed in, copies that hold nothing unsent go. */
export async function watchKept(): Promise<void> {
  document.addEventListener('htmx:after:swap', showKept)
  window.addEventListener('storage', showKept)
  const { person } = keptPlace()?.dataset ?? {}
  if (person) await giveUpClosed(person)
  else await deleteSentCopies()
  showKept()
}
