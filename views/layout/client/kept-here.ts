import { paths } from '#src/paths.ts'
import { copiedDocuments, copyName, deleteCopy, deleteSentCopies } from '../../documents/copies.ts'
import { allKeptWords, dropWords, type KeptWords, keepWords, keptWords } from '../../documents/kept-words.ts'
import { saveFile, writeFile } from '../../documents/words-file.ts'
import type { SaidOfKept } from '../kept-texts.ts'

/** As many as the server answers for at once. */
const mostAsked = 50

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

/** There is no way back into this text: only what this person wrote and has not sent is left, to be saved. */
async function giveUp(person: string, document: string): Promise<void> {
  const kept = keptWords(person, document)
  if (kept && !kept.closed) keepWords(person, { ...kept, closed: true })
  await deleteCopy(copyName(person, document))
}

/** Instead of the editor there is another page. */
async function giveUpClosed(person: string): Promise<void> {
  const [, document] = location.pathname.match(/\/documents\/([0-9a-f-]{36})\/edit$/) ?? []
  if (document && !editorHere()) await giveUp(person, document)
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

/** Nothing when nobody could be asked, or when nobody is signed in here any more. */
async function readableAmong(documents: string[]): Promise<string[] | null> {
  const answer = await fetch(paths.keptDocuments(documents)).catch(() => null)
  if (!answer?.ok || answer.redirected) return null
  return ((await answer.json()) as { readable: string[] }).readable
}

/** With whatever page contact is made again: copies of texts that this person may no longer read go at once. */
async function giveUpUnreadable(person: string): Promise<void> {
  const here = editorHere()?.dataset.document
  const copied = (await copiedDocuments(person)).filter((document) => document !== here)
  for (let at = 0; at < copied.length; at += mostAsked) {
    const asked = copied.slice(at, at + mostAsked)
    const readable = await readableAmong(asked)
    if (!readable) return
    await Promise.all(asked.filter((id) => !readable.includes(id)).map((id) => giveUp(person, id)))
  }
}

/** On every page: which words of this person are only here. Where nobody is signed in, copies that hold nothing unsent go. */
export async function watchKept(): Promise<void> {
  document.addEventListener('htmx:after:swap', showKept)
  window.addEventListener('storage', showKept)
  const { person } = keptPlace()?.dataset ?? {}
  if (person) await giveUpClosed(person)
  else await deleteSentCopies()
  showKept()
  if (person) await giveUpUnreadable(person).then(showKept)
}
