import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import { texts } from './comparison-texts.ts'
import { CellView, cellNames } from './editor-comparison-cells.ts'
import { element } from './editor-comparison-choices.ts'
import { handleRowKey } from './editor-comparison-keys.ts'
import { moveRow, shownRows } from './editor-comparison-moving.ts'
import { rowOrder } from './editor-comparison-order.ts'
import { type RowKit, RowView } from './editor-comparison-row.ts'
import { renamedRows, rowAt } from './editor-comparison-rows.ts'

const key = new PluginKey('comparison')

/** The page's own way to hear what the signs in the rows mean. */
async function fetchFacts(address: string): Promise<ComparisonFacts | null> {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as ComparisonFacts) : null
}

/** Rows of a comparison as they are written: cells, choices, keys. Loaded only where there is one. */
export function openComparison(place: HTMLElement, editor: Editor, address: string): void {
  const t = texts[document.documentElement.lang === 'en' ? 'en' : 'de']
  const status = element('p', { class: 'vh', role: 'status' })
  place.append(status)
  const drawn = new Set<RowView>()
  const asked = new Set<string>()
  let facts: ComparisonFacts | null = null

  const kit: RowKit = {
    t,
    facts: () => facts,
    say: (words) => {
      status.textContent = words
    },
    controlsOf: (view, pos) => viewAt(view, pos)?.controls ?? [],
    move: (view, pos, step) => {
      const row = rowAt(view.state, pos)
      if (!row || !moveRow(row, step)(view.state, view.dispatch)) return
      const moved = rowAt(view.state, pos)
      if (moved) kit.say(t.editing.moved({ number: shownRows(moved).findIndex((one) => one.pos === pos) + 1 }))
    },
  }

  const viewAt = (view: EditorView, pos: number) => [...drawn].find(({ dom }) => dom === view.nodeDOM(pos))

  async function learn(): Promise<void> {
    facts = (await fetchFacts(address)) ?? facts
    for (const row of drawn) row.show()
  }

  /** A new edition brings statements that this page has not heard of. */
  function learnOf(statement: unknown): void {
    if (typeof statement !== 'string' || asked.has(statement)) return
    asked.add(statement)
    if (facts && !facts.statements.some(({ id }) => id === statement)) void learn()
  }

  const plugin = new Plugin({
    key,
    props: {
      nodeViews: {
        comparisonRow: (node, view, getPos, decorations) => {
          learnOf(node.attrs.statement)
          const row = new RowView(node, view, getPos, decorations, kit)
          drawn.add(row)
          return Object.assign(row, { destroy: () => drawn.delete(row) })
        },
        ...Object.fromEntries(cellNames.map((name) => [name, (node) => new CellView(node, t)])),
      },
      handleKeyDown: (view, event) => handleRowKey(view, event, kit),
      transformPasted: renamedRows,
    },
    view: () => ({
      update: ({ editable }) => {
        for (const { dom } of drawn)
          for (const fieldset of dom.querySelectorAll('fieldset')) fieldset.disabled = !editable
      },
    }),
  })
  for (const one of [rowOrder(), plugin]) editor.registerPlugin(one, (own, others) => [own, ...others])
  void learn()
}
