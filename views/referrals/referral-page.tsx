import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Sheet, ShelfMark } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { AnswerForms, type Answering } from './answer-forms.tsx'
import { ReferralJourney, ReferralStatus, WaitingDays } from './card-parts.tsx'
import { ReceivedBlock } from './received-block.tsx'
import { SameMatter } from './same-matter.tsx'
import { SentBlock } from './sent-block.tsx'
import { texts } from './texts.ts'

export type ReferralPageProps = {
  /** From which side it is looked at. */
  group: Group
  entry: ReferralEntry
  /** The task that a return brought the group. */
  task: TaskEntry | null
  /** What was sent before and after in the same matter. */
  sameMatter: ReferralEntry[]
  answering: Answering | null
  answerers: string[]
  locale: Locale
}

/** What was sent and what came back, side by side for ever; for the circle also where it answers. */
export const ReferralPage = (props: ReferralPageProps) => {
  const { group, entry, sameMatter, locale } = props
  const t = texts[locale.lang]
  const isCircle = group.kind === 'circle'
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        tab={isCircle ? 'inbox' : undefined}
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a>
            {'\u00A0· '}
            <a href={paths.referrals(group)}>{isCircle ? t.inboxTitle : t.sentTitle}</a>
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
            </Sheet>
          </Block>
          <div class="both-sides">
            <SentBlock {...props} />
            <ReceivedBlock {...props} />
          </div>
          <SameMatter group={group} entry={entry} sameMatter={sameMatter} locale={locale} />
          {!entry.answer && isCircle && <Answers {...props} />}
        </div>
      </Live>
    </>
  )
}

/** The circle's own rounds decide on it; the group hears of them through the referral alone. */
const signals = (entry: ReferralEntry) => `referral-${entry.id} rounds proposals records tasks`

const Answers = ({ group, entry, answering, answerers, locale }: ReferralPageProps) =>
  answering ? (
    <AnswerForms group={group} entry={entry} answering={answering} locale={locale} />
  ) : (
    <Blocked why={texts[locale.lang].whoMayAnswer({ names: answerers.join(', ') })} />
  )
