import type { Group } from '#src/groups/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import type { TypedPlan } from '#src/meetings/planning/forms.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { AreaField, DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Actions, Column } from '../kit/structure.tsx'
import { TimeField } from '../kit/time-field.tsx'
import { GroupHead } from '../layout/group.tsx'
import { planTexts } from './plan-texts.ts'
import { texts } from './texts.ts'

export type PlanPageProps = {
  group: Group
  /** The one that is changed, or none yet. */
  meeting: MeetingEntry | null
  plan: TypedPlan
  members: Member[]
  /** Comes onto the agenda at once. */
  referral: ReferralEntry | null
  refused: { form: 'plan' | 'cancel'; input: Refused } | null
  locale: Locale
}

const people = (members: Member[]) => members.map(({ id, name }) => ({ value: id, label: name }))

const PlanFields = ({ form, plan, members }: { form: FormState; plan: TypedPlan; members: Member[] }) => {
  const t = planTexts[form.locale.lang]
  const forms = (['on_site', 'online', 'hybrid'] as const).map((value) => ({ value, label: t.forms[value] }))
  const options = people(members)
  return (
    <>
      <DateField form={form} name="on" label={t.on} value={plan.on} />
      <div class="meeting-times">
        <TimeField form={form} name="from" label={t.from} value={plan.from} />
        <TimeField form={form} name="until" label={t.until} value={plan.until} />
      </div>
      <SelectField form={form} name="held" label={t.form} options={forms} value={plan.held} />
      <TextField form={form} name="place" label={t.place} value={plan.place} max={200} optional />
      <TextField
        form={form}
        name="accessLink"
        type="url"
        label={t.accessLink}
        hint={t.accessHint}
        value={plan.accessLink}
        max={500}
        optional
      />
      <SelectField
        form={form}
        name="facilitatorId"
        label={t.facilitator}
        {...{ options }}
        value={plan.facilitatorId}
        optional
      />
      <SelectField
        form={form}
        name="minuteTakerId"
        label={t.minuteTaker}
        {...{ options }}
        value={plan.minuteTakerId}
        optional
      />
      <TextField form={form} name="leadDays" type="number" label={t.lead} value={plan.leadDays} />
    </>
  )
}

const Cancel = ({ group, meeting, refused, locale }: PlanPageProps & { meeting: MeetingEntry }) => {
  const t = planTexts[locale.lang]
  const input = refused?.form === 'cancel' ? refused.input : null
  const form = { id: 'cancel-meeting', locale, refused: input, problems: t.problems }
  return (
    <Dialog id="cancelling" label={t.cancel} icon="ban" title={t.cancelTitle}>
      <p>{t.cancelThen}</p>
      <ActionForm action={paths.meetingCancellation(group, meeting)} form={form} locale={locale}>
        <AreaField form={form} name="reason" label={t.reason} />
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

const Plan = (props: PlanPageProps) => {
  const { group, meeting, plan, members, referral, refused, locale } = props
  const t = planTexts[locale.lang]
  const input = refused?.form === 'plan' ? refused.input : null
  const form = { id: 'plan-meeting', locale, refused: input, problems: t.problems }
  const action = meeting ? paths.meetingDetails(group, meeting) : paths.meetings(group)
  return (
    <ActionForm action={action} form={form} locale={locale}>
      {referral && <Notice first={t.withReferral({ title: referral.title, number: referral.cited })} />}
      {referral && <input type="hidden" name="referral" value={referral.id} />}
      <PlanFields form={form} plan={plan} members={members} />
      <Actions>
        <Button busy={meeting ? t.saving : t.planning}>{meeting ? t.save : t.plan}</Button>
        {meeting && (
          <LinkButton href={paths.meeting(group, meeting)} rank="quiet">
            {t.back}
          </LinkButton>
        )}
      </Actions>
    </ActionForm>
  )
}

/** When and where a group meets; nothing has to be typed where the suggestion fits. */
export const PlanPage = (props: PlanPageProps) => {
  const { group, meeting, locale } = props
  const t = planTexts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a>
      {'\u00A0· '}
      <a href={paths.meetings(group)}>{texts[locale.lang].title}</a>
    </>
  )
  const title = meeting ? t.changeTitle({ number: meeting.cited }) : t.newTitle
  return (
    <>
      <GroupHead {...{ locale, group, over, title }} tab="meetings" lead={meeting ? t.changeLead : t.newLead} />
      <Column>
        <Plan {...props} />
        {meeting && <Cancel {...props} meeting={meeting} />}
      </Column>
    </>
  )
}
