import { parseHTML } from 'linkedom'
import type { Visited } from './crawl.ts'

export interface Found {
  action: string
  multipart: boolean
  /** As the browser would send them now. */
  values: Record<string, string[]>
  /** Where somebody types. */
  typed: string[]
  /** Where somebody chooses among what is offered. */
  chosen: string[]
}

type Control = Element & { name: string; type: string; value: string }

const nameOf = (control: Element) => control.getAttribute('name') ?? ''

const isTyped = (control: Control) =>
  control.localName === 'textarea' ||
  (control.localName === 'input' && !/^(radio|checkbox|hidden|file|submit)$/.test(control.getAttribute('type') ?? ''))

function valuesOf(control: Control): string[] {
  if (control.localName === 'textarea') return [control.textContent ?? '']
  if (control.localName === 'select') {
    const options = [...control.querySelectorAll('option')]
    const option = options.find((one) => one.hasAttribute('selected')) ?? options[0]
    return option ? [option.getAttribute('value') ?? option.textContent ?? ''] : []
  }
  const type = control.getAttribute('type') ?? ''
  if (/^(radio|checkbox)$/.test(type))
    return control.hasAttribute('checked') ? [control.getAttribute('value') ?? 'on'] : []
  return type === 'file' ? [] : [control.getAttribute('value') ?? '']
}

function read(form: Element): Found {
  const controls = ([...form.querySelectorAll('input, textarea, select')] as Control[]).filter(nameOf)
  const values: Found['values'] = {}
  for (const control of controls) values[nameOf(control)] = [...(values[nameOf(control)] ?? []), ...valuesOf(control)]
  const names = (of: Control[]) => [...new Set(of.map(nameOf))]
  const typed = controls.filter(isTyped)
  return {
    action: form.getAttribute('action') ?? '',
    multipart: form.getAttribute('enctype') === 'multipart/form-data',
    values,
    typed: names(typed),
    chosen: names(controls.filter((control) => !typed.includes(control) && control.getAttribute('type') !== 'file')),
  }
}

/** Forms that change something, each once. */
export function formsOn(pages: Visited[]): Found[] {
  const all = pages.flatMap(({ html }) => [...parseHTML(html).document.querySelectorAll('form[method=post]')].map(read))
  return [...new Map(all.map((form) => [`${form.action} ${Object.keys(form.values)}`, form])).values()]
}

export const asForm = ({ values }: Found, changed: Record<string, string> = {}) => ({
  ...values,
  ...Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, [value]])),
})
