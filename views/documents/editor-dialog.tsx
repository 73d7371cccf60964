import { Button } from '../kit/button.tsx'
import type { editorTexts } from './editor-texts.ts'

/** Asks where a link shall lead. Opened by script only: without it there is nothing to link in. */
export const LinkDialog = ({ t }: { t: (typeof editorTexts)['de'] }) => (
  <dialog class="dialog" id="link-dialog" aria-labelledby="link-question">
    <form method="dialog" class="stack wide" novalidate>
      <h2 id="link-question">{t.linkTitle}</h2>
      <div class="field">
        <label for="link-address">{t.linkAddress}</label>
        <span class="hint" id="link-hint">
          {t.linkHint}
        </span>
        <p class="error" id="link-error" role="alert" hidden>
          {t.linkRefused}
        </p>
        <p class="error" id="link-too-long" role="alert" hidden>
          {t.linkTooLong}
        </p>
        <input
          id="link-address"
          name="address"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="link-hint link-error link-too-long"
        />
      </div>
      <div class="actions">
        <Button>{t.linkSet}</Button>
        <button class="btn second" type="button" data-does="unlink" hidden>
          {t.linkRemove}
        </button>
        <button class="btn quiet" type="button" data-does="cancel">
          {t.cancel}
        </button>
      </div>
    </form>
  </dialog>
)
