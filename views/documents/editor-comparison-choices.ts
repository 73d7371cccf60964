import type { Attrs } from '@tiptap/pm/model'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { texts } from './comparison-texts.ts'

export type Words = (typeof texts)['de']
export type SetAttribute = (name: string, value: unknown) => void

type Children = (HTMLElement | string)[]

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Children
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

let labels = 0

/** A control with its name above it. */
function labelled(name: string, control: HTMLElement, ...more: Children): HTMLElement {
  labels += 1
  control.id = `row-choice-${labels}`
  return element('div', { class: 'row-choice' }, element('label', { for: control.id }, name), control, ...more)
}

type Option = readonly [value: string, label: string]

/** Shows what somebody else has chosen, too; a value that the list does not know stays. */
function fill(select: HTMLSelectElement, options: readonly Option[], value: string): void {
  const all = options.some(([known]) => known === value) ? options : [...options, [value, value] as const]
  const drawn = JSON.stringify(all)
  if (select.dataset.drawn !== drawn) {
    select.replaceChildren(...all.map(([one, label]) => element('option', { value: one }, label)))
    select.dataset.drawn = drawn
  }
  if (select.value !== value) select.value = value
}

export interface Choice {
  element: HTMLElement
  show(attrs: Attrs, facts: ComparisonFacts | null): void
}

function selection(
  name: string,
  label: string,
  set: SetAttribute,
  options: (facts: ComparisonFacts | null) => Option[],
) {
  const select = element('select')
  select.addEventListener('change', () => set(name, select.value))
  return {
    element: labelled(label, select),
    show: (attrs: Attrs, facts: ComparisonFacts | null) => fill(select, options(facts), String(attrs[name] ?? '')),
  }
}

const entries = (words: Record<string, string>): Option[] => Object.entries(words)

function source(t: Words, set: SetAttribute): Choice {
  const input = element('input', { type: 'text', maxlength: '200', autocomplete: 'off' })
  input.addEventListener('change', () => set('source', input.value.trim()))
  return {
    element: labelled(t.editing.source, input),
    show: (attrs) => {
      if (document.activeElement !== input) input.value = String(attrs.source ?? '')
    },
  }
}

function literal(t: Words, set: SetAttribute): Choice {
  const input = element('input', { type: 'checkbox' })
  input.addEventListener('change', () => set('literal', input.checked))
  return {
    element: element('label', { class: 'row-tick' }, input, ` ${t.editing.literal}`),
    show: (attrs) => {
      input.checked = attrs.literal === true
    },
  }
}

/** A few of a few, folded away behind what is chosen. */
function ideas(t: Words, set: SetAttribute): Choice {
  const summary = element('summary')
  const list = element('div', { class: 'row-ideas' })
  const ticked = () => [...list.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value)
  list.addEventListener('change', () => set('ideas', ticked().join(' ')))
  return {
    element: element('details', { class: 'row-choice' }, summary, list),
    show: (attrs, facts) => {
      const chosen: string[] = String(attrs.ideas ?? '').match(/[A-Z]{1,3}\d{1,2}/g) ?? []
      const known = facts?.ideas ?? chosen.map((code) => ({ code, title: '' }))
      const drawn = JSON.stringify(known)
      if (list.dataset.drawn !== drawn) {
        const boxes = known.map(({ code, title }) =>
          element(
            'label',
            { class: 'row-tick' },
            element('input', { type: 'checkbox', value: code }),
            ` ${code} ${title}`,
          ),
        )
        list.replaceChildren(...boxes)
        list.dataset.drawn = drawn
      }
      for (const box of list.querySelectorAll('input')) box.checked = chosen.includes(box.value)
      summary.textContent = `${t.columns.ideas}: ${chosen.join(', ') || t.editing.none}`
    },
  }
}

/** By its number, with the browser's own list to choose from; its wording stands below. */
function decision(t: Words, set: SetAttribute): Choice {
  const list = element('datalist', { id: `row-decisions-${labels}` })
  const input = element('input', { type: 'text', list: list.id, maxlength: '20', autocomplete: 'off' })
  const said = element('p', { class: 'row-said' })
  let facts: ComparisonFacts | null = null
  const say = (number: string) => {
    const found = facts?.decisions.find((one) => one.number === number)
    const replaced = found?.replacedBy ? ` (${t.replaced({ number: found.replacedBy })})` : ''
    said.textContent = found ? `${found.title}: ${found.wording}${replaced}` : ''
    if (!found && number !== '' && facts) said.textContent = t.editing.unknownDecision
    input.toggleAttribute('aria-invalid', !found && number !== '' && facts !== null)
  }
  input.addEventListener('change', () => {
    const number = input.value.trim().toUpperCase()
    const isKnown = number === '' || facts === null || facts.decisions.some((one) => one.number === number)
    say(number)
    if (isKnown) set('decision', number)
  })
  return {
    element: labelled(t.editing.decision, input, list, said),
    show: (attrs, known) => {
      facts = known
      const options = (known?.decisions ?? []).map(({ number, title }) => element('option', { value: number }, title))
      if (list.childElementCount !== options.length) list.replaceChildren(...options)
      if (document.activeElement === input) return
      input.value = String(attrs.decision ?? '')
      say(input.value)
    },
  }
}

/** Everything about a row that is chosen and not written. */
export const choicesOf = (t: Words, set: SetAttribute): Choice[] => [
  selection('assessment', t.columns.assessment, set, () => entries(t.assessments)),
  selection('state', t.columns.state, set, () => entries(t.states)),
  selection('responsible', t.columns.responsible, set, (facts) => [
    ['', t.nobody],
    ...(facts?.groups ?? []).map(({ slug, name }): Option => [slug, name]),
  ]),
  ideas(t, set),
  source(t, set),
  literal(t, set),
  decision(t, set),
]
