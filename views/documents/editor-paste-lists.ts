/** What Word writes instead of lists: paragraphs that say in their looks on which level of a list they are. */
interface Item {
  paragraph: HTMLElement
  level: number
  isOrdered: boolean
  start: number
}

const sign = 'span[style*="mso-list:Ignore" i], span[style*="mso-list: Ignore" i]'

const ordinal = /^\s*\(?(\d{1,4}|[a-z]{1,2}|[ivxlcdm]{1,6})[.)]/i

function itemIn(paragraph: HTMLElement): Item | null {
  const level = /mso-list:\s*l\d+ level(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1]
  if (!level) return null
  const marker = paragraph.querySelector(sign)
  const number = ordinal.exec(marker?.textContent ?? '')?.[1]
  marker?.remove()
  return { paragraph, level: Number(level), isOrdered: number !== undefined, start: Number(number) || 1 }
}

const isListOf = (list: Element, { isOrdered }: Item) => list.localName === (isOrdered ? 'ol' : 'ul')

function newList(item: Item): HTMLElement {
  const list = item.paragraph.ownerDocument.createElement(item.isOrdered ? 'ol' : 'ul')
  if (item.isOrdered && item.start > 1) list.setAttribute('start', String(item.start))
  return list
}

/** The list on this level that the item goes on with, or a new one inside of what came before. */
function listFor(item: Item, open: HTMLElement[]): HTMLElement {
  open.length = Math.min(open.length, item.level)
  while (open.length < item.level || !isListOf(open.at(-1) as Element, item)) {
    if (open.length === item.level) open.pop()
    const list = newList(item)
    const around = open.at(-1)
    if (around) (around.lastElementChild ?? around.appendChild(around.ownerDocument.createElement('li'))).append(list)
    else item.paragraph.before(list)
    open.push(list)
  }
  return open.at(-1) as HTMLElement
}

/** Makes lists again of what Word has written down as paragraphs with signs in front of them. */
export function listsFromWord(document: Document): void {
  let open: HTMLElement[] = []
  let last: Element | null = null
  for (const paragraph of document.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const item = paragraph.localName === 'p' ? itemIn(paragraph) : null
    if (!item) continue
    if (last !== paragraph.previousElementSibling) open = []
    const list = listFor(item, open)
    last = open[0] ?? null
    const entry = document.createElement('li')
    paragraph.before(entry)
    entry.append(paragraph)
    list.append(entry)
  }
}
