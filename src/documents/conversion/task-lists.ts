import type { Findings } from './findings.ts'
import { wordsAround } from './milestones.ts'

const isBlank = (node: ChildNode) => node.nodeType === 3 && wordsAround(node.textContent ?? '').trim() === ''

/** The box that an item begins with, inside of its first paragraph or not. */
function boxOf(item: Element): Element | null {
  const box = item.querySelector('input[type="checkbox"]')
  if (!box) return null
  for (let at: Element = box; at !== item; ) {
    const before = [...(at.parentElement?.childNodes ?? [])]
    const earlier = before.slice(0, before.indexOf(at as ChildNode)).filter((node) => !isBlank(node))
    if (earlier.length > 0 || !at.parentElement) return null
    at = at.parentElement
  }
  return box
}

const itemsOf = (list: Element) => [...list.children].filter(({ localName }) => localName === 'li')

/** Lists of which every item begins with a box are tasks; elsewhere a box is written as a sign. */
export function arrangeTasks(document: Document, findings: Pick<Findings, 'count'>) {
  for (const list of [...document.querySelectorAll('ul')].reverse()) {
    const boxes = itemsOf(list).map(boxOf)
    if (boxes.length === 0 || boxes.includes(null)) continue
    list.setAttribute('data-type', 'taskList')
    for (const [index, item] of itemsOf(list).entries()) markTask(item, boxes[index])
    findings.count('tasks', boxes.length)
  }
  for (const box of document.querySelectorAll('input[type="checkbox"]')) {
    box.replaceWith(document.createTextNode(box.hasAttribute('checked') ? '☑ ' : '☐ '))
  }
}

function markTask(item: Element, box: Element | null | undefined) {
  item.setAttribute('data-type', 'taskItem')
  item.setAttribute('data-checked', String(box?.hasAttribute('checked') ?? false))
  const after = box?.nextSibling
  if (after?.nodeType === 3) after.textContent = (after.textContent ?? '').trimStart()
  box?.remove()
}
