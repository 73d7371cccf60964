import { listNamed } from './milestones.ts'

/** Of a list of the file: the number that its first item has. */
export type Starts = (name: string) => number

const itemsOf = (list: Element) => [...list.children].filter(({ localName }) => localName === 'li')

const ownWords = (item: Element): string => {
  const first = item.firstChild
  return first?.nodeType === 1 && /^(ol|ul)$/.test((first as Element).localName) ? '' : (item.textContent ?? '')
}

/** "12 1 7": list 12 of the file, on level 1, which begins with 7. */
const nameOf = (item: Element | undefined) => {
  const [list, level, start] = (listNamed(item ? ownWords(item) : '') ?? '').split(' ')
  return list ? { list, level: Number(level), start: Number(start) } : null
}

/**
 * A reader that knows only "ordered" joins what stands below each other and begins every list with one. Items that name
 * their list are put apart again, and a list that goes on after a paragraph goes on counting.
 */
export function numberLists(document: Document) {
  for (const list of document.querySelectorAll('ol, ul')) separate(document, list)
  const counted = new Map<string, number>()
  for (const list of document.querySelectorAll('ol')) {
    const items = itemsOf(list)
    const name = nameOf(items[0])
    if (!name) continue
    const before = name.level === 0 ? counted.get(name.list) : undefined
    const start = before ?? name.start
    if (start !== 1) list.setAttribute('start', String(start))
    if (name.level === 0) counted.set(name.list, start + items.length)
  }
}

const isList = (element: Element | null | undefined): element is Element =>
  element !== null && element !== undefined && /^(ol|ul)$/.test(element.localName)

/**
 * LibreOffice writes what hangs below an item of another kind of list as a list of its own, whose item holds nothing but
 * the list inside. It belongs to the item before.
 */
export function nestLists(document: Document) {
  for (const item of document.querySelectorAll('li')) {
    const [inner, ...others] = [...item.children]
    const list = item.parentElement
    const before = list?.previousElementSibling
    if (!list || others.length > 0 || !isList(inner) || !isList(before) || list.firstElementChild !== item) continue
    itemsOf(before).at(-1)?.append(inner)
    item.remove()
    if (itemsOf(list).length === 0) list.remove()
  }
}

function separate(document: Document, list: Element) {
  let [current, name] = [list, nameOf(itemsOf(list)[0])]
  for (const item of itemsOf(list)) {
    const own = nameOf(item)
    if (own && name && own.list !== name.list) {
      const next = document.createElement(list.localName)
      current.after(next)
      ;[current, name] = [next, own]
    }
    if (current !== list) current.append(item)
  }
}
