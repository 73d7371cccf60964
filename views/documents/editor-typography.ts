import { InputRule } from '@tiptap/core'
import { Typography } from '@tiptap/extension-typography'
import type { EditorState } from '@tiptap/pm/state'
import { type QuoteStyle, writingSettings } from './editor-settings.ts'

type Signs = { open: string; close: string; openSingle: string; closeSingle: string }

const signs: Record<Exclude<QuoteStyle, 'none'>, Signs> = {
  de: { open: '„', close: '“', openSingle: '‚', closeSingle: '‘' },
  en: { open: '“', close: '”', openSingle: '‘', closeSingle: '’' },
}

const apostrophe = '’'

const opens = (before: string, { open, openSingle }: Signs) =>
  before === '' || /[\s([{–—/]$/u.test(before) || before.endsWith(open) || before.endsWith(openSingle)

/** The sign that is meant by a quote of the keyboard behind these words of a paragraph. */
export function quoteBehind(before: string, typed: string, style: QuoteStyle): string {
  if (style === 'none') return typed
  const language = signs[style]
  const isOpening = opens(before, language)
  if (typed === '"') return isOpening ? language.open : language.close
  if (isOpening) return language.openSingle
  const isOpen = before.lastIndexOf(language.openSingle) > before.lastIndexOf(language.closeSingle)
  return isOpen ? language.closeSingle : apostrophe
}

/** Where somebody writes an address, every sign is meant as it is typed. */
export const isInAddress = (before: string) =>
  /(?:^|[\s(<„“"])(?:[a-z][a-z0-9+.-]*:\/|www\.|mailto:|tel:)\S*$|\S@\S*$/iu.test(before)

const wordsBefore = ({ doc }: EditorState, at: number) => {
  const $at = doc.resolve(at)
  return $at.parent.textBetween(0, $at.parentOffset, ' ', ' ')
}

type Rule = Pick<InputRule, 'find' | 'handler'> & { undoable?: boolean }

const inWords = ({ find, handler, undoable = true }: Rule) =>
  new InputRule({
    find,
    undoable,
    handler: (props) => (isInAddress(wordsBefore(props.state, props.range.from)) ? null : handler(props)),
  })

const quotes: Rule = {
  find: /["']$/,
  handler: ({ state, range, match }) => {
    const [typed] = match
    const sign = quoteBehind(wordsBefore(state, range.from), typed, writingSettings().quotes)
    if (sign !== typed) state.tr.insertText(sign, range.from, range.to)
  },
}

/** Two hyphens, or one between spaces. At the beginning of a line they begin a list or draw a line. */
const dashes: Rule[] = [/(?<words>[^\s-] ?)--$/, /(?<words>\S )- $/].map((find) => ({
  find,
  handler: ({ state, range, match }) => {
    const words = match.groups?.words ?? ''
    const typed = match[0].slice(words.length)
    state.tr.insertText(typed.replace(/-+/, '–'), range.from + words.length, range.to)
  },
}))

const no = false as const

const off = {
  ...{ emDash: no, openDoubleQuote: no, closeDoubleQuote: no, openSingleQuote: no, closeSingleQuote: no },
  ...{ leftArrow: no, rightArrow: no, copyright: no, trademark: no, servicemark: no, registeredTrademark: no },
  ...{ oneHalf: no, oneQuarter: no, threeQuarters: no, plusMinus: no, notEqual: no, multiplication: no },
  ...{ laquo: no, raquo: no },
}

/** Quotes, dashes, three dots and "m²" as one types; the backspace key gives back what was typed. */
export const typography = Typography.extend({
  addInputRules() {
    const usual = this.parent?.() ?? []
    return [quotes, ...dashes, ...usual].map(inWords)
  },
}).configure(off)
