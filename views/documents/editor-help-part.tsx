import { Icon } from '../kit/icon.tsx'
import type { DeskTexts } from './editor-desk-texts.ts'
import { quoteStyles } from './editor-settings.ts'

type Props = { t: DeskTexts }

const spoken = (keys: string, t: DeskTexts) =>
  keys.replaceAll('Mod', t.control).replaceAll('Shift', t.shift).replaceAll('Alt', t.option).replaceAll('+', ' + ')

const Typing = ({ t }: Props) => (
  <fieldset class="checks">
    <legend>
      <h3>{t.typing}</h3>
    </legend>
    <div class="field">
      <label for="typing-quotes">{t.quotes}</label>
      <p class="hint" id="typing-quotes-hint">
        {t.typed}
      </p>
      <select class="short" id="typing-quotes" name="quotes" aria-describedby="typing-quotes-hint">
        {quoteStyles.map((style) => (
          <option value={style}>{t.quoteStyles[style]}</option>
        ))}
      </select>
    </div>
    <div class="check">
      <input type="checkbox" id="typing-hear" name="hear" aria-describedby="typing-hear-hint" />
      <label for="typing-hear">{t.hear}</label>
      <p class="hint" id="typing-hear-hint">
        {t.hearHint}
      </p>
    </div>
  </fieldset>
)

/** Every key that does something here, and what can be chosen about typing. */
export const KeysDialog = ({ t }: Props) => (
  <template data-part="help">
    <dialog class="dialog keys" aria-labelledby="keys-title" data-control={t.control} data-option={t.option}>
      <div class="stack">
        <div class="headings-head">
          <h2 id="keys-title">{t.helpTitle}</h2>
          <button class="btn quiet" type="button" data-close="">
            <Icon name="x" />
            <span class="vh">{t.close}</span>
          </button>
        </div>
        <Typing t={t} />
        <dl class="key-list">
          {t.keys.map(([does, keys = '']) => (
            <div>
              <dt>{does}</dt>
              <dd>{spoken(keys, t)}</dd>
            </div>
          ))}
        </dl>
        <p>{t.tab}</p>
      </div>
    </dialog>
  </template>
)
