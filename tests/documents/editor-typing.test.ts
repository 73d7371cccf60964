import { Editor } from '@tiptap/core'
import type { Plugin } from '@tiptap/pm/state'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { extensions } from '#src/documents/markup.ts'
import { choose } from '#views/documents/editor-settings.ts'
import { slash } from '#views/documents/editor-slash.ts'
import { quoteBehind, typography } from '#views/documents/editor-typography.ts'

const blank = { type: 'doc', content: [{ type: 'paragraph' }] }

let editor: Editor
let asked: number

beforeEach(() => {
  asked = 0
  choose({ quotes: 'de' })
  editor = new Editor({ element: null, extensions: [...extensions, typography], content: blank })
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }))
  editor.registerPlugin(slash(() => asked++))
})
afterEach(() => editor.destroy())

/** Letter by letter, as a browser hands them over. */
function type(words: string): void {
  for (const letter of words) {
    const { from, to } = editor.state.selection
    const isTaken = editor.state.plugins.some((plugin: Plugin) =>
      plugin.props.handleTextInput?.call(plugin, editor.view, from, to, letter, () => editor.state.tr),
    )
    if (!isTaken) editor.view.dispatch(editor.state.tr.insertText(letter, from, to))
  }
}

const typed = (words: string) => {
  type(words)
  return editor.getText()
}

describe('quotes and dashes while typing', () => {
  test.each([
    ['Wir sagen "Wärme für alle".', 'Wir sagen „Wärme für alle“.'],
    ['("Wärme")', '(„Wärme“)'],
    ['"Das \'gute\' Leben"', '„Das ‚gute‘ Leben“'],
    ["Wie geht's? Das war's.", 'Wie geht’s? Das war’s.'],
    ['Wärme -- und Strom', 'Wärme – und Strom'],
    ['Wärme - und Strom', 'Wärme – und Strom'],
    ['2024--2026', '2024–2026'],
    ['und so weiter...', 'und so weiter…'],
    ['Bus-Linie, E-Mail', 'Bus-Linie, E-Mail'],
    ['20 m^2 Dach', '20 m² Dach'],
    ['1/2 (c) 2*3', '1/2 (c) 2*3'],
  ])('"%s" becomes "%s"', (words, expected) => {
    expect(typed(words)).toBe(expected)
  })

  test.each([
    'https://example.org/a--b?x="1"...',
    'siehe www.example.org/a--b',
    'mailto:a--b@example.org',
    'team@larn--energie.example/"x"',
  ])('in an address nothing is changed: %s', (address) => {
    expect(typed(address)).toBe(address)
  })

  test('three hyphens at the beginning of a line draw a line, one begins a list', () => {
    type('---')
    expect(JSON.stringify(editor.getJSON())).toContain('horizontalRule')
    editor.commands.setContent(blank)
    type('- Wärme')
    expect(JSON.stringify(editor.getJSON())).toContain('bulletList')
  })

  test.each([
    ['Wärme "', 'Wärme "'],
    ["geht'", "geht'"],
    ['Wärme --', 'Wärme --'],
    ['Wärme - ', 'Wärme - '],
    ['weiter...', 'weiter...'],
  ])('the backspace key gives back "%s"', (words, expected) => {
    type(words)
    editor.commands.undoInputRule()
    expect(editor.getText()).toBe(expected)
  })

  test('whoever chooses so gets English ones, or none at all', () => {
    choose({ quotes: 'en' })
    expect(typed("\"Heat for 'all'\" isn't")).toBe('“Heat for ‘all’” isn’t')
    editor.commands.setContent(blank)
    choose({ quotes: 'none' })
    expect(typed('"Wärme" -- geht\'s')).toBe('"Wärme" – geht\'s')
  })

  test('behind a line break and behind a dash a quote opens', () => {
    expect(quoteBehind('Zeile\n', '"', 'de')).toBe('„')
    expect(quoteBehind('Larn –', '"', 'de')).toBe('„')
    expect(quoteBehind('Larn', '"', 'de')).toBe('“')
  })
})

describe('a slash', () => {
  test('at the beginning of an empty line asks what shall be put there', () => {
    type('/')
    expect([asked, editor.getText()]).toEqual([1, ''])
  })

  test('anywhere else is a slash', () => {
    expect(typed('und/oder')).toBe('und/oder')
    editor.commands.setContent({ type: 'doc', content: [{ type: 'heading', attrs: { level: 2 } }] })
    expect(typed('/')).toBe('/')
    expect(asked).toBe(0)
  })
})
