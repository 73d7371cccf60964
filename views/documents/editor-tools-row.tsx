import type { Child } from 'hono/jsx'
import type { IconName } from '#src/web/icons.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts as commentTexts } from './comments-texts.ts'
import { type DeskTexts, deskTexts } from './editor-desk-texts.ts'
import { editorTexts } from './editor-texts.ts'

type Texts = (typeof editorTexts)['de']
type ToolWord = { [Name in keyof Texts]: Texts[Name] extends string ? Name : never }[keyof Texts]
type Tool = {
  does: ToolWord
  icon: IconName
  /** Tells headings apart where there is no room for words. */
  level?: number
  keys?: string
  /** Where it stands on a phone, which has room for few. */
  first?: boolean
  /** Wanted so seldom that it waits behind "Mehr" everywhere. */
  rare?: boolean
  state?: boolean
}

type Group = keyof DeskTexts['groups']

const groups: [Exclude<Group, 'page' | 'table'>, Tool[]][] = [
  [
    'blocks',
    [
      { does: 'heading2', icon: 'heading', level: 2, keys: 'Control+Alt+2', state: true },
      { does: 'heading1', icon: 'heading', level: 1, keys: 'Control+Alt+1', state: true, rare: true },
      { does: 'heading3', icon: 'heading', level: 3, keys: 'Control+Alt+3', state: true, rare: true },
      { does: 'bulletList', icon: 'list', keys: 'Control+Shift+8', state: true, first: true },
      { does: 'orderedList', icon: 'list-ordered', keys: 'Control+Shift+7', state: true },
      { does: 'taskList', icon: 'list-checks', keys: 'Control+Shift+9', state: true },
      { does: 'quote', icon: 'quote', keys: 'Control+Shift+B', state: true },
    ],
  ],
  [
    'words',
    [
      { does: 'bold', icon: 'bold', keys: 'Control+B', state: true, first: true },
      { does: 'italic', icon: 'italic', keys: 'Control+I', state: true },
      { does: 'link', icon: 'link', keys: 'Control+K', state: true },
    ],
  ],
  [
    'parts',
    [
      { does: 'picture', icon: 'image' },
      { does: 'table', icon: 'table' },
      { does: 'footnote', icon: 'superscript', keys: 'Control+Alt+F', state: true },
      { does: 'pageBreak', icon: 'separator-horizontal', rare: true },
    ],
  ],
  [
    'steps',
    [
      { does: 'undo', icon: 'undo-2', keys: 'Control+Z', first: true },
      { does: 'redo', icon: 'redo-2', keys: 'Control+Y', rare: true },
    ],
  ],
]

/** In a row of their own below the others, as long as the cursor is in a table. */
const inTables: Tool[] = [
  { does: 'rowBelow', icon: 'arrow-down' },
  { does: 'columnRight', icon: 'arrow-right' },
  { does: 'rowAbove', icon: 'arrow-up' },
  { does: 'columnLeft', icon: 'arrow-left' },
  { does: 'headerRow', icon: 'panel-top' },
  { does: 'mergeCells', icon: 'table-cells-merge' },
  { does: 'splitCell', icon: 'table-cells-split' },
  { does: 'deleteRow', icon: 'minus' },
  { does: 'deleteColumn', icon: 'minus' },
  { does: 'deleteTable', icon: 'trash-2' },
]

const spoken = (keys: string, t: Pick<Texts, 'control' | 'shift'>) =>
  keys.replace('Control', t.control).replace('Shift', t.shift)

const hintFor = ({ does, keys }: Tool, t: Texts) =>
  [t[does], does === 'undo' ? `, ${t.own}` : '', keys ? ` (${spoken(keys, t)})` : ''].join('')

const ToolButton = ({ tool, t }: { tool: Tool; t: Texts }) => (
  <button
    type="button"
    data-does={tool.does}
    data-first={tool.first ? '' : undefined}
    data-rare={tool.rare ? '' : undefined}
    aria-pressed={tool.state ? 'false' : undefined}
    aria-keyshortcuts={tool.keys}
    title={hintFor(tool, t)}
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

type ActProps = { icon: IconName; label: string; keys?: string; t: Texts } & Record<string, unknown>

const Act = ({ icon, label, keys, t, ...rest }: ActProps) => (
  <button
    type="button"
    aria-keyshortcuts={keys}
    title={keys ? `${label} (${spoken(keys, t)})` : label}
    tabindex={-1}
    {...rest}
  >
    <Icon name={icon} />
    <span class="word">{label}</span>
  </button>
)

const ToolGroup = ({ name, label, children }: { name: Group; label: string; children: Child }) => (
  // biome-ignore lint/a11y/useSemanticElements: a group of buttons is no fieldset
  <div class="group" role="group" aria-label={label} data-group={name} hidden={name === 'table'}>
    {children}
  </div>
)

/** What one writes with: one toolbar, in groups, on a phone a few of them and the rest behind one button. */
export const Tools = ({ locale }: { locale: Locale }) => {
  const t = editorTexts[locale.lang]
  const desk = deskTexts[locale.lang]
  const comments = commentTexts[locale.lang]
  return (
    <div class="tools" role="toolbar" aria-label={t.tools}>
      <Act icon="plus" label={desk.insert} keys="/" t={t} data-desk="insert" data-first="" aria-haspopup="dialog" />
      {groups.map(([name, tools]) => (
        <ToolGroup name={name} label={desk.groups[name]}>
          {tools.map((tool) => (
            <ToolButton tool={tool} t={t} />
          ))}
        </ToolGroup>
      ))}
      <ToolGroup name="page" label={desk.groups.page}>
        <Act icon="message-square-plus" label={t.comment} keys="Control+Alt+M" t={t} data-comment="" data-first="" />
        <Act icon="messages-square" label={comments.title} t={t} data-comments-toggle="" class="on-narrow" />
        <Act
          icon="list-tree"
          label={desk.outline}
          keys="Control+Alt+G"
          t={t}
          data-desk="outline"
          aria-expanded="false"
        />
        <Act icon="search" label={desk.find} keys="Control+F" t={t} data-desk="find" />
        <Act icon="keyboard" label={desk.help} keys="F1" t={t} data-desk="help" data-rare="" aria-haspopup="dialog" />
      </ToolGroup>
      <button type="button" data-desk="more" class="more" data-first="" aria-expanded="false" tabindex={-1}>
        <Icon name="ellipsis" />
        <span class="word">{t.more}</span>
      </button>
      <ToolGroup name="table" label={desk.groups.table}>
        {inTables.map((tool) => (
          <ToolButton tool={tool} t={t} />
        ))}
      </ToolGroup>
    </div>
  )
}
