import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { suggestTexts } from './editor-suggest-texts.ts'

/** `write`: into the text. `suggest`: beside it. */
export type WritingMode = 'write' | 'suggest'

/** How somebody writes here, and how they may. */
export interface Writing {
  mode: WritingMode
  may: Record<WritingMode, boolean>
}

type Props = {
  group: { slug: string }
  document: { id: string }
  writing: Writing
  locale: Locale
}

const modes = [
  ['write', 'pencil'],
  ['suggest', 'message-square-plus'],
] as const

/** Says at any time which way of working it is, and leads to the other one. */
export const WritingModes = ({ group, document, writing: { mode, may }, locale }: Props) => {
  const t = suggestTexts[locale.lang]
  const offered = modes.filter(([name]) => may[name])
  return (
    <div class="modes" data-mode={mode}>
      <nav aria-label={t.modes}>
        {offered.map(([name, icon]) => (
          <a href={paths.editDocumentAs(group, document, name)} aria-current={name === mode ? 'page' : undefined}>
            <Icon name={icon} />
            <span>{t[name]}</span>
          </a>
        ))}
      </nav>
      {mode === 'suggest' && <p class="modes-hint">{may.write ? t.suggestHint : t.suggestOnly}</p>}
      <p class="suggest-save" role="status" hidden>
        <Icon name="check" />
        <span />
      </p>
      <p class="suggest-said vh" aria-live="polite" />
    </div>
  )
}

/** Filled by the script: suggestions as cards beside the text, on a phone folded above it. */
export const SuggestionCards = ({ locale }: { locale: Locale }) => {
  const t = suggestTexts[locale.lang]
  return (
    <section class="suggest-list" id="suggestions-here" hx-morph-skip="true" aria-label={t.title} hidden>
      <details>
        <summary>
          <Icon name="message-square" />
          <span>{t.none}</span>
        </summary>
        <div class="suggest-steps actions">
          <button class="btn quiet" type="button" data-does="previous" aria-keyshortcuts="Alt+PageUp">
            <Icon name="arrow-up" />
            <span>{t.previous}</span>
          </button>
          <button class="btn quiet" type="button" data-does="next" aria-keyshortcuts="Alt+PageDown">
            <Icon name="arrow-down" />
            <span>{t.next}</span>
          </button>
        </div>
        <div class="suggest-together actions" />
        <ul class="plain suggest-cards" />
      </details>
    </section>
  )
}
