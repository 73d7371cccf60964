import { Icon } from '../kit/icon.tsx'
import type { editorTexts } from './editor-texts.ts'

type Texts = (typeof editorTexts)['de']

/** What helps while something is not sent. The script shows what fits. */
export const Acts = ({ t, signIn }: { t: Texts; signIn: string }) => (
  <div class="acts actions" hidden>
    <a class="btn" data-act="enter" href={signIn} hidden>
      {t.signIn}
    </a>
    <button class="btn" type="button" data-act="reload" hidden>
      <Icon name="rotate-ccw" />
      <span>{t.reload}</span>
    </button>
    <button class="btn second" type="button" data-act="file" hidden>
      <Icon name="download" />
      <span>{t.saveAsFile}</span>
    </button>
    <button class="btn quiet" type="button" data-act="discard" hidden>
      <Icon name="trash-2" />
      <span>{t.discard}</span>
    </button>
  </div>
)

/** What was merged after a time without connection; stays until it is read. */
export const Report = ({ t, title }: { t: Texts; title: string }) => (
  <div class="report notice" role="status" hidden>
    <Icon name="check" />
    <div class="words">
      <p>
        <b>{title}</b>
      </p>
      <ul class="plain" />
      <div class="actions">
        <button class="btn quiet" type="button">
          {t.understood}
        </button>
      </div>
    </div>
  </div>
)
