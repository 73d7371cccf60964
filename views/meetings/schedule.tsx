import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { weekday } from '../kit/dates.ts'
import { agendaTexts } from './agenda-texts.ts'

type Props = { group: Pick<Group, 'slug'>; entry: ReferralEntry; locale: Locale }

/** On the page of a referral: onto the agenda of the next meeting, or on which it stands. */
export const ScheduleAct = ({ group, entry, locale }: Props) => {
  const t = agendaTexts[locale.lang]
  const { planned } = entry
  if (planned) {
    const words = t.plannedOn({ number: planned.label, day: weekday(locale, planned.startsAt) })
    return <p>{planned.href ? <a href={planned.href}>{words}</a> : words}</p>
  }
  return (
    <ActionForm action={paths.referralMeeting(group, entry)} id="schedule" locale={locale}>
      <Button rank="second" icon="calendar" busy={t.scheduling}>
        {t.schedule}
      </Button>
    </ActionForm>
  )
}
