import type { Mandate } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { type Fact, Facts } from '../kit/facts.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { GivenBy } from './given-by.tsx'
import { MandateFields } from './mandate-fields.tsx'
import { texts } from './mandate-texts.ts'
import type { PeoplePageProps } from './people-page.tsx'

const inForce = (mandates: Mandate[]) => mandates.find(({ supersededAt }) => supersededAt === null) ?? null

const validity = (locale: Locale, { validFrom, validUntil }: Mandate) => {
  const t = texts[locale.lang]
  const from = t.validFrom({ day: day(locale, validFrom) })
  return validUntil ? t.validUntil({ from, until: day(locale, validUntil) }) : from
}

const asFacts = (locale: Locale, mandate: Mandate): Fact[] => {
  const t = texts[locale.lang]
  const { aim, domain, limits, deliverables, givenBy, reviewOn, reportMonths } = mandate
  return [
    { term: t.aim, words: aim },
    domain !== '' && { term: t.domain, words: domain },
    limits !== '' && { term: t.limits, words: limits },
    deliverables !== '' && { term: t.deliverables, words: deliverables },
    { term: t.rhythm, words: t.everyMonths({ months: reportMonths }) },
    givenBy !== '' && { term: t.given, words: <GivenBy words={givenBy} /> },
    { term: t.validity, words: validity(locale, mandate) },
    reviewOn !== null && { term: t.reviewOn, words: day(locale, reviewOn) },
  ]
}

const InForce = ({ locale, mandate, today }: { locale: Locale; mandate: Mandate; today: string }) => {
  const t = texts[locale.lang]
  const { validUntil, reviewOn } = mandate
  const isOver = validUntil !== null && validUntil < today
  return (
    <>
      {isOver && (
        <Notice tone="care" first={t.mandateOver}>
          {t.mandateOverMore({ day: day(locale, validUntil) })}
        </Notice>
      )}
      {!isOver && reviewOn !== null && reviewOn <= today && (
        <Notice tone="care" first={t.reviewDue}>
          {t.reviewDueMore({ day: day(locale, reviewOn) })}
        </Notice>
      )}
      <Facts facts={asFacts(locale, mandate)} />
    </>
  )
}

/** What the group was for before: nothing of it is lost when a new mandate takes its place. */
const Earlier = ({ locale, mandates }: Pick<PeoplePageProps, 'locale' | 'mandates'>) => {
  const t = texts[locale.lang]
  if (mandates.length === 0) return null
  return (
    <Fold id="earlier-mandates" label={t.earlier({ count: mandates.length })} rank="quiet">
      {mandates.map((mandate) => (
        <Facts
          facts={[
            ...asFacts(locale, mandate),
            mandate.supersededAt && { term: t.superseded, words: day(locale, mandate.supersededAt) },
          ]}
        />
      ))}
    </Fold>
  )
}

const NewMandate = ({ locale, group, mandates, today, refused }: PeoplePageProps) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'mandate' ? refused.input : null
  const form: FormState = { id: 'new-mandate', locale, refused: input, problems: t.mandateProblems }
  return (
    <Fold id="mandate-fold" label={t.newMandate} open={input !== null}>
      <ActionForm action={paths.mandate(group)} form={form} locale={locale}>
        <p>{t.newMandateLead}</p>
        <MandateFields form={form} today={today} mandate={inForce(mandates)} />
        <div>
          <Button>{t.giveMandate}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}

/** What the group is for and what it may decide alone (`DOMAIN.md 3.9`). */
export const MandateBlock = (props: PeoplePageProps) => {
  const { locale, mandates, today, may } = props
  const mandate = inForce(mandates)
  const t = texts[locale.lang]
  return (
    <Block id="mandate-in-force" title={t.mandate}>
      {mandate ? (
        <InForce locale={locale} mandate={mandate} today={today} />
      ) : (
        <Notice first={t.noMandate}>{t.noMandateMore}</Notice>
      )}
      <Earlier locale={locale} mandates={mandates.filter((one) => one !== mandate)} />
      {may.giveMandate && <NewMandate {...props} />}
    </Block>
  )
}
