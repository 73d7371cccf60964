import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { calendarDay, day } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { AreaField, DateField, TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { PeopleList } from '../kit/people.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { TimeField } from '../kit/time-field.tsx'
import { texts } from './leading-texts.ts'
import type { RoundPageProps } from './round-page.tsx'

type Forms = NonNullable<RoundPageProps['leading']['refused']>['form']

const stateOf = ({ leading, locale }: RoundPageProps, name: Forms) => ({
  id: name,
  locale,
  refused: leading.refused?.form === name ? leading.refused.input : null,
  problems: texts[locale.lang].problems,
})

/** Later ends that were announced, who would rather meet, and why it was stopped. */
export const LedSoFar = ({ leading: { extensions, stops, cancellation }, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return (
    <>
      {cancellation && (
        <Notice tone="care" first={t.cancelled({ day: day(locale, cancellation.createdAt) })}>
          {cancellation.reason}
        </Notice>
      )}
      {extensions.map((one) => (
        <Notice
          icon="clock"
          first={t.extended({ until: until(locale, one.closesAt), day: day(locale, one.createdAt) })}
        >
          {one.reason}
        </Notice>
      ))}
      {stops.length > 0 && (
        <Notice tone="care" first={t.demanded}>
          {stops.map((stop) => t.demandedBy(stop)).join(' · ')}
        </Notice>
      )}
    </>
  )
}

const Extending = (props: RoundPageProps) => {
  const { group, entry, leading, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'extension')
  const left = leading.extensionsAllowed - leading.extensions.length
  return (
    <Fold id="extend-round" label={t.extend} icon="clock" open={form.refused !== null}>
      <ActionForm action={paths.roundExtensions(group, entry.round)} locale={locale} form={form}>
        <p>
          {t.extendText} {t.extendLeft({ left })}
        </p>
        <DateField form={form} name="closesOn" label={t.newEnd} min={calendarDay(entry.closesAt)} />
        <TimeField form={form} name="closesTime" label={t.newTime} hint={t.newTimeHint} optional />
        <TextField form={form} name="reason" label={t.why} max={500} />
        <Button busy={t.extending}>{t.extend}</Button>
      </ActionForm>
    </Fold>
  )
}

const Cancelling = (props: RoundPageProps) => {
  const { group, entry, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'cancellation')
  return (
    <Dialog id="cancel-round" label={t.cancel} icon="ban" rank="quiet" title={t.cancelTitle}>
      <p>{t.cancelText}</p>
      <ActionForm action={paths.roundCancellation(group, entry.round)} locale={locale} form={form}>
        <AreaField form={form} name="reason" label={t.cancelWhy} rows={2} />
        <Actions>
          <Button busy={t.cancelling}>{t.cancel}</Button>
          <Button rank="quiet" cancels>
            {t.keep}
          </Button>
        </Actions>
      </ActionForm>
    </Dialog>
  )
}

const Demanding = (props: RoundPageProps) => {
  const { group, entry, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'procedure-objection')
  const needed = entry.round.rules.circular.procedureObjectionsToStop
  return (
    <Dialog id="demand-meeting" label={t.demand} icon="hand" rank="quiet" title={t.demandTitle}>
      <p>{t.demandText({ needed })}</p>
      <ActionForm action={paths.procedureObjection(group, entry.round)} locale={locale} form={form}>
        <AreaField form={form} name="reason" label={t.demandWhy} rows={2} optional />
        <Actions>
          <Button busy={t.demanding}>{t.demand}</Button>
          <Button rank="quiet" cancels>
            {t.keep}
          </Button>
        </Actions>
      </ActionForm>
    </Dialog>
  )
}

const Confirming = ({ group, entry, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.roundConfirmation(group, entry.round)} id="know-of-it" locale={locale} inline>
      <p class="soft">{t.confirmText}</p>
      <Button rank="second" busy={t.confirming}>
        {t.confirm}
      </Button>
    </ActionForm>
  )
}

const missed: string[] = ['not_reminded', 'bounced', 'unconfirmed_address', 'not_mailed']

const Reach = ({ entry, leading: { reach }, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  if (!reach) return null
  const count = reach.filter(({ reached }) => missed.includes(reached)).length
  return (
    <Fold id="reach" label={t.reach} rank="quiet" open={count > 0 && entry.round.preset === 'silent'}>
      <p>
        {count === 0 ? t.reachAll : t.reachMissing({ count })}{' '}
        {count > 0 && entry.round.preset === 'silent' && t.reachSilent}
      </p>
      <PeopleList people={reach.map(({ name, reached }) => ({ name, note: t.reached[reached] }))} />
    </Fold>
  )
}

/** While it runs: what those who lead it can do with it, and what everybody on the roll can ask for. */
export const LeadingActs = (props: RoundPageProps) => {
  const { leading, locale } = props
  const { may, reach } = leading
  const t = texts[locale.lang]
  if (!may.extend && !may.cancel && !may.demandMeeting && !may.confirm && !reach) return null
  return (
    <Block id="leading" title={t.lead} quiet>
      {may.confirm && <Confirming {...props} />}
      <Actions>
        {may.extend && <Extending {...props} />}
        {may.demandMeeting && <Demanding {...props} />}
        {may.cancel && <Cancelling {...props} />}
      </Actions>
      {may.cancel && !may.extend && (
        <p class="soft">{leading.extensionsAllowed === 0 ? t.notExtendable : t.noneLeft}</p>
      )}
      <Reach {...props} />
    </Block>
  )
}
