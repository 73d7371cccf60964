import type { Mandate } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { AreaField, DateField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './mandate-texts.ts'
import type { PeoplePageProps } from './people-page.tsx'

const validity = (locale: Locale, { validFrom, validUntil }: Mandate) => {
  const t = texts[locale.lang]
  const from = t.validFrom({ day: day(locale, validFrom) })
  return validUntil ? t.validUntil({ from, until: day(locale, validUntil) }) : from
}

const InForce = ({ locale, mandate, today }: { locale: Locale; mandate: Mandate; today: string }) => {
  const t = texts[locale.lang]
  const { validUntil, aim, domain, limits, givenBy } = mandate
  return (
    <>
      {validUntil && validUntil < today && (
        <Notice tone="care" first={t.mandateOver}>
          {t.mandateOverMore({ day: day(locale, validUntil) })}
        </Notice>
      )}
      <Facts
        facts={[
          { term: t.aim, words: aim },
          domain !== '' && { term: t.domain, words: domain },
          limits !== '' && { term: t.limits, words: limits },
          givenBy !== '' && { term: t.given, words: givenBy },
          { term: t.validity, words: validity(locale, mandate) },
        ]}
      />
    </>
  )
}

/** The fields of a mandate, also for a new group. */
export const MandateFields = ({
  form,
  today,
  mandate,
}: {
  form: FormState
  today: string
  mandate?: Mandate | null
}) => {
  const t = texts[form.locale.lang]
  return (
    <>
      <AreaField form={form} name="aim" label={t.aim} hint={t.aimHint} value={mandate?.aim} rows={2} />
      <AreaField form={form} name="domain" label={t.domain} value={mandate?.domain} rows={2} optional />
      <AreaField
        form={form}
        name="limits"
        label={t.limits}
        hint={t.limitsHint}
        value={mandate?.limits}
        rows={2}
        optional
      />
      <TextField form={form} name="givenBy" label={t.givenBy} hint={t.givenByHint} optional />
      <DateField form={form} name="validUntil" label={t.validUntilLabel} hint={t.validUntilHint} min={today} optional />
    </>
  )
}

const NewMandate = ({ locale, group, mandate, today, refused }: PeoplePageProps) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'mandate' ? refused.input : null
  const form: FormState = { id: 'new-mandate', locale, refused: input, problems: t.mandateProblems }
  return (
    <Fold id="mandate-fold" label={t.newMandate} open={input !== null}>
      <ActionForm action={paths.mandate(group)} form={form} locale={locale}>
        <p>{t.newMandateLead}</p>
        <MandateFields form={form} today={today} mandate={mandate} />
        <div>
          <Button>{t.giveMandate}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}

/** What the group is for and what it may decide alone (`DOMAIN.md 3.9`). */
export const MandateBlock = (props: PeoplePageProps) => {
  const { locale, mandate, today, may } = props
  const t = texts[locale.lang]
  return (
    <Block id="mandate-in-force" title={t.mandate}>
      {mandate ? (
        <InForce locale={locale} mandate={mandate} today={today} />
      ) : (
        <Notice first={t.noMandate}>{t.noMandateMore}</Notice>
      )}
      {may.giveMandate && <NewMandate {...props} />}
    </Block>
  )
}
