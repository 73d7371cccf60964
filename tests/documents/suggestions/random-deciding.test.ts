import { joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { wrapInList } from '@tiptap/pm/schema-list'
import { TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteRow } from '@tiptap/pm/tables'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf, schema, stateOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import type { Stored } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { faultIn, guardOf, newIn, type Patch } from '#src/documents/suggestions/judging.ts'
import { type Described, describe as described } from '#src/documents/suggestions/readable.ts'
import { standingOf } from '#src/documents/suggestions/standing.ts'
import { type HeadlessEditor, openHeadlessEditor } from '../interop/headless-editor.ts'
import { Dice } from '../simulation/dice.ts'
import { freshPatchClient, proposed } from './proposing.ts'

const seeds = 30
const people = ['tarek', 'bjarne', 'vera']
const nodes = schema.nodes as Record<string, (typeof schema.nodes)[string] & object>
const bold = schema.marks.bold as NonNullable<typeof schema.marks.bold>

interface Open extends Patch, Described {
  id: string
  author: string
  words: string[]
  /** Words that it takes out. */
  without: string[]
}

const wordsIn = (text: string) => [...new Set(text.match(/w\d+q/g))]
const lacking = (before: string, after: string) => wordsIn(before).filter((word) => !after.includes(word))

const paragraph = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (text: string): Content => ({ type: 'tableCell', content: [paragraph(text)] })

/** Every word of it is there once, so that it is seen when one is lost or doubled. */
function firstText(word: () => string): Content {
  const line = () => Array.from({ length: 6 }, word).join(' ')
  const row = (): Content => ({ type: 'tableRow', content: [cell(word()), cell(word())] })
  const item = (): Content => ({ type: 'listItem', content: [paragraph(line())] })
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: line() }] },
      ...Array.from({ length: 5 }, () => paragraph(line())),
      { type: 'bulletList', content: [item(), item()] },
      { type: 'table', content: [row(), row()] },
      paragraph(line()),
    ],
  }
}

/** A text that goes on changing, as the server sees it, and what is proposed for it. */
class Scene {
  readonly dice: Dice
  readonly first: Uint8Array
  state: Uint8Array
  open: Open[] = []
  readonly rejected: string[] = []
  readonly accepted: string[] = []
  #count = 0

  constructor(seed: number) {
    this.dice = new Dice(seed)
    this.first = stateOf(firstText(() => this.word()))
    this.state = this.first
  }

  word(): string {
    this.#count += 1
    return `w${this.#count}q`
  }

  get text(): string {
    return plainTextOf(contentOf(this.state))
  }

  count(word: string, text = this.text): number {
    return text.split(word).length - 1
  }

  stored(): Stored {
    return { state: this.state, generation: 0, rows: [], authors: new Map() }
  }

  /** One thing that somebody does, by an editor; which words it brings. */
  act(editor: HeadlessEditor, isGentle = false): string[] {
    const { dice } = this
    const places: [number, string][] = []
    editor.state.doc.descendants((node, at) => {
      if (node.isText)
        for (const { index, 0: word } of (node.text ?? '').matchAll(/w\d+q/g)) places.push([at + index, word])
    })
    if (places.length === 0) return []
    const [at, word] = dice.pick(places)
    const end = at + word.length
    const select = (from: number, to: number) =>
      editor.change((tr) => tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))))
    const insert = () => {
      const fresh = this.word()
      editor.change((tr) => tr.insertText(` ${fresh}`, end))
      return [fresh]
    }
    const replace = () => {
      const fresh = this.word()
      editor.change((tr) => tr.insertText(fresh, at, end))
      return [fresh]
    }
    const remove = (): undefined => editor.change((tr) => tr.delete(at, end)) as undefined
    const run = (command: Parameters<HeadlessEditor['run']>[0], from = at, to = from): undefined => {
      select(from, to)
      editor.run(command)
    }
    const acts: (readonly [number, () => string[] | undefined])[] = [
      [6, insert],
      [3, replace],
      [3, remove],
      [2, () => run(toggleMark(bold), at, end)],
    ]
    if (!isGentle)
      acts.push(
        [2, () => run(splitBlock)],
        [1, () => run(joinBackward, editor.state.doc.resolve(at).start())],
        [2, () => run(setBlockType(nodes.heading as never, { level: 1 + dice.below(3) }))],
        [1, () => run(wrapInList(nodes.bulletList as never))],
        [1, () => run(wrapIn(nodes.blockquote as never))],
        [1, () => run(lift)],
        [1, () => run(addRowAfter)],
        [1, () => run(addColumnAfter)],
        [1, () => run(deleteRow)],
      )
    return dice.weighted(acts)() ?? []
  }

  write(isGentle = false): void {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, this.state)
    const editor = openHeadlessEditor(doc)
    this.act(editor, isGentle)
    editor.close()
    this.state = Y.encodeStateAsUpdate(doc)
  }

  propose(isGentle = false): Open | null {
    const author = this.dice.pick(people)
    let words: string[] = []
    const patch = proposed(this.state, (editor) => {
      for (let n = this.dice.between(1, 3); n > 0; n--) words = [...words, ...this.act(editor, isGentle)]
    })
    const fault = faultIn(patch, author, this.stored())
    if (fault === 'empty' || patch.update.length <= 2) return null
    expect(fault).toBe(null)
    const after = plainTextOf(contentOf(this.state, patch.update))
    const without = lacking(this.text, after)
    words = words.filter((word) => after.includes(word))
    const open = { ...patch, without, ...described(this.state, patch.update), id: String(this.#count++), author, words }
    expect(open.shown.changes.length).toBeGreaterThan(0)
    this.open.push(open)
    return open
  }

  accept(one: Open): void {
    for (const { bytes } of newIn(guardOf(this.stored()), one.update, one.author) ?? []) {
      this.state = Y.mergeUpdates([this.state, bytes])
      this.accepted.push(...one.words)
    }
    this.open = this.open.filter((other) => other !== one)
  }

  reject(one: Open): void {
    this.rejected.push(...one.words)
    this.open = this.open.filter((other) => other !== one)
  }
}

const starts = Array.from({ length: 6 }, (_, n) => n * seeds)

describe('thousands of suggestions', () => {
  test.each(starts)(
    'accepted on a text that nobody touched, one gives exactly what was proposed (seeds from %i)',
    (from) => {
      for (let seed = from; seed < from + seeds; seed++) {
        const scene = new Scene(seed)
        for (let n = 0; n < 3; n++) {
          const one = scene.propose()
          if (!one) continue
          const wished = contentOf(scene.state, one.update)
          expect(standingOf(scene.state, [one]).get(one.id)).toEqual({ gone: false, collision: false })
          scene.accept(one)
          expect([seed, contentOf(scene.state)]).toEqual([seed, wished])
        }
      }
    },
  )

  test.each(starts)(
    'what is accepted without a collision is there once, and nothing else is lost or doubled (seeds from %i)',
    (from) => {
      let uncollided = 0
      for (let seed = from; seed < from + seeds; seed++) {
        const scene = new Scene(seed)
        for (let n = 0; n < 12; n++) {
          const act = scene.dice.below(4)
          const one = scene.dice.pick(scene.open)
          if (act === 0) scene.write()
          else if (act < 3 || !one) scene.propose()
          else {
            const before = scene.text
            const standing = standingOf(scene.state, scene.open).get(one.id)
            if (scene.dice.chance(0.3)) scene.reject(one)
            else if (!standing?.gone && !standing?.collision) {
              scene.accept(one)
              const after = scene.text
              uncollided += 1
              expect([seed, lacking(after, before).sort()]).toEqual([seed, one.words.toSorted()])
              expect([seed, lacking(before, after).filter((word) => !one.without.includes(word))]).toEqual([seed, []])
              const doubled = wordsIn(after).filter(
                (word) => scene.count(word, after) > Math.max(1, scene.count(word, before)),
              )
              expect([seed, doubled]).toEqual([seed, []])
            }
          }
        }
        for (const word of scene.rejected) expect([seed, word, scene.count(word)]).toEqual([seed, word, 0])
      }
      expect(uncollided).toBeGreaterThan(seeds / 2)
    },
  )

  test.each(starts)(
    'whatever is accepted in whatever order, all agree and any editor can go on (seeds from %i)',
    (from) => {
      for (let seed = from; seed < from + seeds; seed++) {
        const scene = new Scene(seed)
        for (let n = 0; n < 8; n++) scene.dice.chance(0.7) ? scene.propose() : scene.write()
        const updates = [scene.state, ...scene.open.map(({ update }) => update)]
        while (scene.open.length > 0) {
          const one = scene.dice.pick(scene.open)
          scene.dice.chance(0.75) ? scene.accept(one) : scene.reject(one)
          if (scene.dice.chance(0.3)) scene.write()
        }
        expect([seed, scene.rejected.filter((word) => scene.text.includes(word))]).toEqual([seed, []])
        expect(updates.length).toBeGreaterThan(0)
        const [one, other] = [new Y.Doc(), new Y.Doc()]
        Y.applyUpdate(one, scene.state)
        Y.applyUpdate(other, scene.first)
        Y.applyUpdate(other, Y.diffUpdate(scene.state, Y.encodeStateVector(other)))
        const shown = plainTextOf(contentOf(scene.state))
        const editor = openHeadlessEditor(one)
        editor.state.doc.check()
        editor.type('x')
        editor.close()
        const mended = plainTextOf(contentOf(Y.encodeStateAsUpdate(one)))
        const missing = [...new Set(shown.match(/w\d+q/g))].filter((word) => !mended.includes(word))
        expect([seed, missing]).toEqual([seed, []])
        expect([seed, contentOf(Y.encodeStateAsUpdate(other))]).toEqual([seed, contentOf(scene.state)])
      }
    },
  )
})

test('ids of suggestions are never those of a tab', () => {
  for (let n = 0; n < 1_000; n++) expect(freshPatchClient()).toBeGreaterThanOrEqual(2 ** 32)
})
