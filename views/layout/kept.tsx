import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './kept-texts.ts'

/** One text with words that are on this device only; the script makes a copy for each. */
const Row = ({ t }: { t: (typeof texts)['de'] }) => (
  <template>
    <div class="notice care">
      <Icon name="cloud-off" />
      <div class="words">
        <p data-part="words" />
        <p data-part="closed">{t.said.closed}</p>
        <div class="actions">
          <a class="btn second" data-part="open" href="/">
            {t.open}
          </a>
          <button class="btn second" type="button" data-part="save">
            {t.save}
          </button>
          <button class="btn quiet" type="button" data-part="discard">
            {t.discard}
          </button>
        </div>
      </div>
    </div>
  </template>
)

/** Asked before signing out when words would be lost by it. */
const Question = ({ t }: { t: (typeof texts)['de'] }) => (
  <dialog class="dialog" id="sign-out-question" aria-labelledby="sign-out-asked">
    <div class="stack">
      <h2 id="sign-out-asked">{t.asked}</h2>
      <ul class="plain" data-part="list" />
      <p>{t.askedThen}</p>
      <div class="actions">
        <button class="btn" type="button" data-part="stay">
          {t.stay}
        </button>
        <button class="btn second" type="button" data-part="leave">
          {t.leave}
        </button>
      </div>
    </div>
  </dialog>
)

/** Where every page tells what of this person's words is on this device only. Nobody but the browser knows. */
export const KeptHere = ({ locale, person }: { locale: Locale; person: { id: string } }) => {
  const t = texts[locale.lang]
  return (
    <aside
      class="wrap kept-here"
      id="kept-here"
      aria-label={t.label}
      data-person={person.id}
      data-said={JSON.stringify(t.said)}
      hidden
    >
      <div class="list" />
      <Row t={t} />
      <template id="sign-out-asking">
        <Question t={t} />
      </template>
    </aside>
  )
}
