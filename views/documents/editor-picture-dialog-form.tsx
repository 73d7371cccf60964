import { Button } from '../kit/button.tsx'
import type { NodeTexts } from './editor-nodes-texts.ts'

/** Asks what a picture shows. Opened by script only: without it there is nothing to insert into. */
export const PictureDialog = ({ t }: { t: NodeTexts }) => (
  <dialog class="dialog" id="picture-dialog" aria-labelledby="picture-question">
    <form method="dialog" class="stack wide" novalidate>
      <h2 id="picture-question">{t.question}</h2>
      <div class="preview" aria-hidden="true" />
      <div class="field">
        <label for="picture-words">{t.alternative}</label>
        <span class="hint" id="picture-hint">
          {t.alternativeHint}
        </span>
        <p class="error" id="picture-error" role="alert" hidden />
        <textarea id="picture-words" rows={3} maxlength={1000} aria-describedby="picture-hint picture-error" />
      </div>
      <div class="check">
        <input type="checkbox" id="picture-decorative" />
        <label for="picture-decorative">{t.onlyDecoration}</label>
      </div>
      <p class="progress hint" role="status" />
      <div class="actions">
        <Button>{t.insert}</Button>
        <button class="btn quiet" type="button" data-does="cancel">
          {t.cancel}
        </button>
      </div>
    </form>
  </dialog>
)
