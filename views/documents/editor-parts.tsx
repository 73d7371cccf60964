import type { IconName } from '#src/web/icons.ts'
import { Icon } from '../kit/icon.tsx'
import type { DeskTexts, Kind } from './editor-desk-texts.ts'

type Props = { t: DeskTexts }

/** Stands in the page but is not part of it before it is asked for. */
const waiting = (name: string) => ({ 'data-part': name })

/** Headings to jump by: beside the text where there is room, else a sheet. Filled by the script. */
export const Outline = ({ t }: Props) => (
  <nav class="headings" aria-label={t.outline} tabindex={-1} hidden>
    <div class="headings-head">
      <h2>{t.outline}</h2>
      <button class="btn quiet" type="button" data-desk="outline">
        <Icon name="x" />
        <span class="vh">{t.close}</span>
      </button>
    </div>
    <p class="soft">{t.noHeadings}</p>
    <ol class="plain" />
  </nav>
)

const Check = ({ id, label }: { id: string; label: string }) => (
  <label class="find-tick" for={id}>
    <input type="checkbox" id={id} name={id} />
    <span>{label}</span>
  </label>
)

const Act = ({ act, icon, label }: { act: string; icon: IconName; label: string }) => (
  <button class="btn quiet" type="button" data-find={act} title={label}>
    <Icon name={icon} />
    <span class="vh">{label}</span>
  </button>
)

export const FindBar = ({ t }: Props) => (
  <template {...waiting('find')}>
    <form class="find" aria-label={t.find} data-said={JSON.stringify(t.found)}>
      <div class="find-row">
        <label for="find-words">{t.findLabel}</label>
        <input id="find-words" name="words" type="search" autocomplete="off" autocapitalize="none" maxlength={200} />
        <p class="find-count" role="status" />
        <Act act="previous" icon="arrow-up" label={t.previous} />
        <Act act="next" icon="arrow-down" label={t.next} />
        <Act act="close" icon="x" label={t.close} />
      </div>
      <div class="find-row find-instead">
        <label for="find-instead">{t.replaceLabel}</label>
        <input id="find-instead" name="instead" autocomplete="off" autocapitalize="none" maxlength={200} />
        <button class="btn second" type="button" data-find="replace">
          {t.replace}
        </button>
        <button class="btn second" type="button" data-find="all">
          {t.replaceAll}
        </button>
      </div>
      <div class="find-row">
        <Check id="find-case" label={t.exactCase} />
        <Check id="find-whole" label={t.wholeWords} />
      </div>
    </form>
  </template>
)

const kinds: [Kind, IconName][] = [
  ['heading2', 'heading'],
  ['heading1', 'heading'],
  ['heading3', 'heading'],
  ['paragraph', 'pencil-line'],
  ['bulletList', 'list'],
  ['orderedList', 'list-ordered'],
  ['taskList', 'list-checks'],
  ['quote', 'quote'],
  ['table', 'table'],
  ['picture', 'image'],
  ['footnote', 'superscript'],
  ['line', 'minus'],
  ['pageBreak', 'separator-horizontal'],
  ['comparison', 'git-compare'],
  ['quotation', 'text-quote'],
]

/** A combobox: what is typed narrows the list, the arrows choose, Enter puts it in. */
export const InsertMenu = ({ t }: Props) => (
  <template {...waiting('insert')}>
    <dialog class="insert" aria-label={t.insertWhat}>
      <input
        role="combobox"
        aria-label={t.insertWhat}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls="insert-kinds"
        placeholder={t.insertHint}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxlength={40}
      />
      <div id="insert-kinds" role="listbox" aria-label={t.insert}>
        {kinds.map(([kind, icon]) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at it
          <div
            role="option"
            id={`insert-${kind}`}
            data-kind={kind}
            data-words={t.kinds[kind].join(' ')}
            aria-selected="false"
          >
            <Icon name={icon} />
            <span>{t.kinds[kind][0]}</span>
          </div>
        ))}
      </div>
      <p class="insert-none" role="status" data-none={t.insertNone} data-elsewhere={t.insertElsewhere} />
    </dialog>
  </template>
)
