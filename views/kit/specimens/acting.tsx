import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../action-form.tsx'
import { Button, LinkButton } from '../button.tsx'
import { ChoiceCards } from '../choices.tsx'
import { Dialog, Fold } from '../dialog.tsx'
import { AreaField, TextField } from '../field.tsx'
import { Icon } from '../icon.tsx'
import { Blocked } from '../notice.tsx'
import { Actions, Block } from '../structure.tsx'
import { formTexts } from './form-texts.ts'
import { texts } from './texts.ts'

export type SpecimenProps = { locale: Locale; side: string; here: string }

const Busy = ({ locale }: { locale: Locale }) => (
  <button class="btn" type="button" aria-busy="true">
    <Icon name="send" />
    <span class="said">
      <span>{texts[locale.lang].give}</span>
      <span class="while-busy">{texts[locale.lang].giving}</span>
    </span>
  </button>
)

const Folds = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const f = formTexts[locale.lang]
  const form = { id: `${side}-folded`, locale }
  return (
    <Actions>
      <Dialog id={`${side}-ask`} label={t.give} icon="send" rank="second" title={t.question}>
        <p>{t.consequence}</p>
        <Actions>
          <LinkButton href={here}>{t.give}</LinkButton>
          <Button rank="second" cancels>
            {t.cancel}
          </Button>
        </Actions>
      </Dialog>
      <Fold label={t.openFold} icon="plus">
        <ActionForm action={here} form={form} locale={locale}>
          <TextField form={form} name="about" label={f.about} />
          <Button>{t.openFold}</Button>
        </ActionForm>
      </Fold>
    </Actions>
  )
}

export const Buttons = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  return (
    <Block id={`${side}-buttons`} title={t.sections.buttons}>
      <Actions>
        <LinkButton href={here} icon="send">
          {t.give}
        </LinkButton>
        <LinkButton href={here} rank="second">
          {t.keep}
        </LinkButton>
        <LinkButton href={here} rank="quiet">
          {t.cancel}
        </LinkButton>
        <Busy locale={locale} />
      </Actions>
      <Folds locale={locale} side={side} here={here} />
      <Blocked why={t.onlyLead}>
        {t.whoLeads} <a href={here}>{t.ask}</a>
      </Blocked>
    </Block>
  )
}

export const Answers = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const f = formTexts[locale.lang]
  const form = { id: `${side}-answer`, locale }
  const aim = <AreaField form={form} name="objection" label={f.aim} hint={f.aimHint} />
  const choices = [
    { value: 'consent', title: f.consent, text: f.consentText },
    {
      value: 'concern',
      title: f.concern,
      text: f.concernText,
      more: <AreaField form={form} name="concern" label={f.why} optional />,
    },
    { value: 'objection', title: f.object, text: f.objectText, more: aim },
  ]
  return (
    <Block id={`${side}-choices`} title={t.sections.choices}>
      <ActionForm action={here} form={form} locale={locale}>
        <ChoiceCards form={form} name="choice" legend={f.ask2} choices={choices} value="objection" large />
        <Button busy={t.giving}>{f.hand}</Button>
      </ActionForm>
    </Block>
  )
}
