import type { Counting } from './findings.ts'
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

const sign = /^\s*([☐☑☒])\s*/u

/** Programs that know no boxes put a sign at the beginning. */
function signOf(item: Element): Text | null {
  const first = firstWords(item)
  return first && sign.test(wordsAround(first.textContent ?? '')) ? first : null
}

function firstWords(element: Element): Text | null {
  for (const node of element.childNodes) {
    if (node.nodeType === 3 && !isBlank(node)) return node as unknown as Text
    const inside =
      node.nodeType === 1 && !/^(ul|ol)$/.test((node as Element).localName) ? firstWords(node as Element) : null
    if (inside) return inside
  }
  return null
}

interface Task {
  done: boolean
  strip(): void
}

function taskOf(item: Element): Task | null {
  const box = boxOf(item)
  if (box) return { done: box.hasAttribute('checked'), strip: () => withoutBox(box) }
  const words = signOf(item)
  return words && { done: !/^\s*☐/.test(wordsAround(words.textContent ?? '')), strip: () => withoutSign(words) }
}

function withoutSign(words: Text) {
  words.textContent = (words.textContent ?? '').replace(/[☐☑☒]\s*/u, '')
}

function withoutBox(box: Element) {
  const after = box.nextSibling
  if (after?.nodeType === 3) after.textContent = (after.textContent ?? '').trimStart()
  box.remove()
}

/** Lists of which every item begins with a box are tasks; elsewhere a box is written as a sign. */
export function arrangeTasks(document: Document, findings: Counting) {
  for (const list of [...document.querySelectorAll('ul, ol')].reverse()) {
    const tasks = itemsOf(list).map(taskOf)
    if (tasks.length === 0 || tasks.includes(null)) continue
    for (const [index, item] of itemsOf(list).entries()) markTask(item, tasks[index])
    list.replaceWith(taskListOf(document, list))
    findings.count('tasks', tasks.length)
  }
  for (const box of document.querySelectorAll('input[type="checkbox"]')) {
    box.replaceWith(document.createTextNode(box.hasAttribute('checked') ? '☑ ' : '☐ '))
  }
}

/** Some programs number what has a box. */
function taskListOf(document: Document, list: Element): Element {
  const tasks = document.createElement('ul')
  tasks.setAttribute('data-type', 'taskList')
  tasks.append(...list.childNodes)
  return tasks
}

function markTask(item: Element, task: Task | null | undefined) {
  item.setAttribute('data-type', 'taskItem')
  item.setAttribute('data-checked', String(task?.done ?? false))
  task?.strip()
}
