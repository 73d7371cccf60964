import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Afterwards } from '#src/referrals/answers/afterwards.ts'
import type { ReferralEntry, WholeReferral } from '#src/referrals/entries.ts'
import type { SendingSide } from '#src/referrals/sending/side.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Sheet, ShelfMark } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { ScheduleAct } from '../meetings/schedule.tsx'
import { ReserveForm, VoiceForm } from './afterwards.tsx'
import { AnswerForms, type Answering } from './answer-forms.tsx'
import { Overdue, ReferralJourney, ReferralStatus, WaitingDays } from './card-parts.tsx'
import { Deferrals } from './deferrals.tsx'
import { ReceivedBlock } from './received-block.tsx'
import { SameMatter } from './same-matter.tsx'
import { SentBlock } from './sent-block.tsx'
import { AnsweredReasons, OtherWays, Replacements } from './side-block.tsx'
import { texts } from './texts.ts'

export type ReferralPageProps = {
  /** From which side it is looked at. */
  group: Group
  entry: WholeReferral
  /** What can be done with it besides answering. */
  side: SendingSide
  /** The task that a return brought the group. */
  task: TaskEntry | null
  /** What was sent before and after in the same matter. */
  sameMatter: ReferralEntry[]
  /** What follows from the answer. */
  after: Afterwards
  answering: Answering | null
  /** The form that came back as it was typed, if one did. */
  refused?: Answering['refused']
  answerers: string[]
  locale: Locale
}

/** What was sent and what came back, side by side for ever; for whoever got it also where it is answered. */
export const ReferralPage = (props: ReferralPageProps) => {
  const { group, entry, sameMatter, locale } = props
  const t = texts[locale.lang]
  const isReceiver = entry.toId === group.id
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        tab={group.kind === 'circle' ? 'inbox' : undefined}
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a>
            {'\u00A0· '}
            <a href={paths.referrals(group)}>{t.inboxTitle}</a>
          </>
        }
        title={entry.title}
      />
      <Live id="referral" on={signals(entry)} href={paths.referral(group, entry)}>
        <div class="stack wide">
          <Block id="way" title={t.journey} quiet>
            <Sheet>
              <p class="meta">
                {!entry.answer && <ReferralStatus entry={entry} locale={locale} />} <ShelfMark number={entry.cited} />
              </p>
              <ReferralJourney entry={entry} locale={locale} />
              {!entry.answer && <WaitingDays entry={entry} locale={locale} />}
              <Overdue entry={entry} locale={locale} />
            </Sheet>
          </Block>
          <Replacements {...props} />
          <div class="both-sides">
            <SentBlock {...props} />
            <ReceivedBlock {...props} />
          </div>
          <ReserveForm {...props} />
          <Deferrals entry={entry} locale={locale} />
          <AnsweredReasons {...props} />
          <SameMatter group={group} entry={entry} sameMatter={sameMatter} locale={locale} />
          {!entry.answer && isReceiver && <Answers {...props} />}
          <VoiceForm {...props} />
          <OtherWays {...props} />
        </div>
      </Live>
    </>
  )
}

/** Rounds of whoever got it decide on it; the group hears of them through the referral alone. */
const signals = (entry: ReferralEntry) => `referral-${entry.id} rounds proposals records tasks`

const Answers = ({ group, entry, answering, answerers, locale }: ReferralPageProps) =>
  answering ? (
    <>
      <ScheduleAct group={group} entry={entry} locale={locale} />
      <AnswerForms group={group} entry={entry} answering={answering} locale={locale} />
    </>
  ) : (
    <Blocked why={whoMayAnswer({ group, answerers, locale })} />
  )

function whoMayAnswer({ group, answerers, locale }: Pick<ReferralPageProps, 'group' | 'answerers' | 'locale'>) {
  const t = texts[locale.lang]
  const names = answerers.join(', ')
  return group.kind === 'circle' ? t.whoMayAnswer({ names }) : t.whoMayAnswerHere({ names })
}
