import type { Child } from 'hono/jsx'
import type { Document } from '#src/documents/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { IconName } from '#src/web/icons.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { Acts, Report } from './editor-acts-row.tsx'
import { LinkDialog } from './editor-dialog.tsx'
import { nodeTexts } from './editor-nodes-texts.ts'
import { PictureDialog } from './editor-picture-dialog-form.tsx'
import { saidTexts } from './editor-said-texts.ts'
import { type Writing, WritingModes } from './editor-suggest-shell.tsx'
import { editorTexts } from './editor-texts.ts'

type EditorProps = {
  locale: Locale
  group: Pick<Group, 'slug'>
  document: Pick<Document, 'id' | 'title'>
  person: { id: string; name: string }
  writing: Writing
  /** Version of the schema that this page's editor knows. */
  schema: number
}

/** Built file that the page of an editor needs besides the usual ones. */
export const editorScript = 'documents-editor.js'

type ToolWord = { [Name in keyof Texts]: Texts[Name] extends string ? Name : never }[keyof Texts]
type Texts = (typeof editorTexts)['de']
type Tool = {
  does: ToolWord
  icon: IconName
  /** Tells headings apart where there is no room for words. */
  level?: number
  keys?: string
  first?: boolean
  state?: boolean
  within?: boolean
}

const marks: Tool[] = [
  { does: 'heading1', icon: 'heading', level: 1, keys: 'Control+Alt+1', state: true },
  { does: 'heading2', icon: 'heading', level: 2, keys: 'Control+Alt+2', state: true, first: true },
  { does: 'heading3', icon: 'heading', level: 3, keys: 'Control+Alt+3', state: true },
  { does: 'bold', icon: 'bold', keys: 'Control+B', state: true, first: true },
  { does: 'italic', icon: 'italic', keys: 'Control+I', state: true },
  { does: 'bulletList', icon: 'list', keys: 'Control+Shift+8', state: true, first: true },
  { does: 'orderedList', icon: 'list-ordered', keys: 'Control+Shift+7', state: true },
  { does: 'taskList', icon: 'list-checks', keys: 'Control+Shift+9', state: true },
  { does: 'quote', icon: 'quote', keys: 'Control+Shift+B', state: true },
  { does: 'link', icon: 'link', keys: 'Control+K', state: true },
]

const parts: Tool[] = [
  { does: 'picture', icon: 'image', first: true },
  { does: 'footnote', icon: 'superscript', keys: 'Control+Alt+F', state: true },
  { does: 'pageBreak', icon: 'separator-horizontal' },
]

const tables: Tool[] = [
  { does: 'table', icon: 'table' },
  { does: 'rowAbove', icon: 'arrow-up', within: true },
  { does: 'rowBelow', icon: 'arrow-down', within: true },
  { does: 'columnLeft', icon: 'arrow-left', within: true },
  { does: 'columnRight', icon: 'arrow-right', within: true },
  { does: 'headerRow', icon: 'panel-top', within: true },
  { does: 'mergeCells', icon: 'table-cells-merge', within: true },
  { does: 'splitCell', icon: 'table-cells-split', within: true },
  { does: 'deleteRow', icon: 'minus', within: true },
  { does: 'deleteColumn', icon: 'minus', within: true },
  { does: 'deleteTable', icon: 'trash-2', within: true },
]

const steps: Tool[] = [
  { does: 'undo', icon: 'undo-2', keys: 'Control+Z', first: true },
  { does: 'redo', icon: 'redo-2', keys: 'Control+Y' },
]

const spoken = (keys: string, t: Pick<Texts, 'control' | 'shift'>) =>
  keys.replace('Control', t.control).replace('Shift', t.shift)

const hintFor = ({ does, keys }: Tool, t: Texts) =>
  [t[does], does === 'undo' ? t.own : '', keys ? `(${spoken(keys, t)})` : ''].filter(Boolean).join(' ')

const ToolButton = ({ tool, t }: { tool: Tool; t: Texts }) => (
  <button
    type="button"
    data-does={tool.does}
    data-first={tool.first ? '' : undefined}
    aria-pressed={tool.state ? 'false' : undefined}
    aria-keyshortcuts={tool.keys}
    title={hintFor(tool, t)}
    hidden={tool.within}
    tabindex={-1}
  >
    <Icon name={tool.icon} />
    {tool.level && (
      <span class="level" aria-hidden="true">
        {tool.level}
      </span>
    )}
    <span class="word">{t[tool.does]}</span>
  </button>
)

const Tools = ({ t, children }: { t: Texts; children?: Child }) => (
  <div class="tools" role="toolbar" aria-label={t.tools}>
    {[...marks, ...parts, ...tables, ...steps].map((tool) => (
      <ToolButton tool={tool} t={t} />
    ))}
    {children}
  </div>
)

/** The part of the page in which several people write at once. What it does is in `editor.client.ts`. */
export const Editor = ({ locale, group, document, person, schema, writing }: EditorProps) => {
  const t = editorTexts[locale.lang]
  const said = saidTexts[locale.lang]
  return (
    <kreislauf-editor
      id="editor"
      hx-morph-skip="true"
      data-sync={paths.documentSync(group, document)}
      data-schema={String(schema)}
      data-me={person.id}
      data-name={person.name}
      data-mode={writing.mode}
      data-writes={writing.may.write ? '' : undefined}
      data-suggestions={paths.suggestions(group, document)}
      data-label={document.title}
      data-document={document.id}
      data-attachments={paths.attachments(group, document)}
      data-pictures={paths.attachment(group, { id: '' })}
      data-collisions={paths.collisions(group, document)}
      data-said={JSON.stringify(said)}
    >
      <noscript>
        <p class="notice">{t.noScript}</p>
      </noscript>
      <WritingModes {...{ group, document, writing, locale }} />
      <div class="bar">
        <Tools t={t}>
          <button type="button" data-does="more" class="more" data-first="" aria-expanded="false" tabindex={-1}>
            {t.more}
          </button>
        </Tools>
        <p class="save" role="status" data-save="opening" aria-live="off">
          <Icon name="cloud" />
          <span>{said.opening}</span>
        </p>
        <Acts t={t} signIn={paths.signIn(paths.editDocument(group, document))} />
        <p class="presence" />
        <p class="presence-said vh" aria-live="polite" />
      </div>
      <p class="node-said notice" role="status" hidden />
      <Report t={t} title={said.report.title} />
      <div class="mount" />
      <LinkDialog t={t} />
      <PictureDialog t={nodeTexts[locale.lang]} />
    </kreislauf-editor>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'kreislauf-editor': { id: string; children?: Child; [attribute: string]: unknown }
    }
  }
}
