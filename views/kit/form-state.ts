import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { bilingual } from './texts.ts'

/** Sentences by code, or by field and code: `{ missing: '…', title: { missing: '…' } }`. */
export type ProblemTexts = { readonly [codeOrField: string]: string | { readonly [code: string]: string } }

/** What every field of one form needs to know. `id` is unique on the page. */
export interface FormState {
  id: string
  locale: Locale
  refused?: Refused | null
  problems?: ProblemTexts
  /** Leaves the focus where it is, although something is wrong. */
  still?: boolean
}

const general = bilingual({
  de: {
    missing: 'Das fehlt noch.',
    too_long: 'Das ist zu lang. Bitte kürze es.',
    not_a_day: 'Das ist kein Tag, den wir verstehen. Schreib ihn so: 09.10.2026.',
    other: 'Das passt so noch nicht.',
  },
  en: {
    missing: 'This is still missing.',
    too_long: 'This is too long. Please shorten it.',
    not_a_day: 'We cannot read this as a date. Write it like this: 09/10/2026.',
    other: 'This does not fit yet.',
  },
})

const inTable = (table: ProblemTexts | undefined, name: string, code: string): string | undefined => {
  const ofField = table?.[name]
  if (typeof ofField === 'object' && ofField[code]) return ofField[code]
  const ofAll = table?.[code]
  return typeof ofAll === 'string' ? ofAll : undefined
}

const sentence = ({ locale, problems }: FormState, name: string, code: string): string => {
  const known: ProblemTexts = general[locale.lang]
  return inTable(problems, name, code) ?? inTable(known, name, code) ?? general[locale.lang].other
}

/** What is wrong with a field, in a sentence that says how to go on. */
export function problemOf(form: FormState, name: string): string | undefined {
  const code = form.refused?.problems[name]?.[0]
  return code === undefined ? undefined : sentence(form, name, code)
}

export const problemNames = (form: FormState): string[] =>
  Object.entries(form.refused?.problems ?? {}).flatMap(([name, codes]) => (codes.length > 0 ? [name] : []))

/** The first field with a problem takes the focus, with and without script. */
export const takesFocus = (form: FormState, name: string): true | undefined =>
  (!form.still && problemNames(form)[0] === name) || undefined

/** What the person typed, or what was there before. */
export function typedIn(form: FormState, name: string, before = ''): string {
  const typed = form.refused?.typed[name]
  // What was read as a number already is written as it was typed.
  if (typeof typed === 'number') return String(typed)
  return typeof typed === 'string' ? typed : form.refused ? '' : before
}

/** All that was ticked, or what was ticked before. */
export function tickedIn(form: FormState, name: string, before: readonly string[] = []): string[] {
  if (!form.refused) return [...before]
  const typed = form.refused.typed[name]
  return (Array.isArray(typed) ? typed : [typed]).filter((value): value is string => typeof value === 'string')
}

export const fieldId = (form: FormState, name: string) => `${form.id}-${name}`
