import type { DeadlineChoices } from '#src/calendar/choices.ts'
import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { calendarDay, day, fullDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { AreaField } from '../kit/field.tsx'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { DeadlineStatus, PaperOf } from './deadline-row.tsx'
import { DeadlineFields } from './fields.tsx'
import { texts } from './texts.ts'

type Props = {
  group: Group
  deadline: ShownDeadline
  /** For those who may change it, while it is open. */
  choices: DeadlineChoices | null
  refused?: { form: 'change' | 'settle'; input: Refused } | undefined
  locale: Locale
}

const Over = ({ group, locale }: Pick<Props, 'group' | 'locale'>) => (
  <>
    <a href={paths.group(group)}>{group.name}</a>
    {'\u00A0· '}
    <a href={paths.deadlines(group)}>{texts[locale.lang].title}</a>
  </>
)

const What = ({ deadline, locale }: Pick<Props, 'deadline' | 'locale'>) => {
  const t = texts[locale.lang]
  const { facts } = t
  return (
    <Facts
      facts={[
        { term: facts.day, words: fullDay(locale, deadline.dueOn) },
        { term: facts.kind, words: t.kinds[deadline.kind] },
        !!deadline.counterpart && { term: facts.who, words: deadline.counterpart },
        { term: facts.group, words: deadline.group.name },
        { term: facts.paper, words: deadline.stage ? <PaperOf deadline={deadline} locale={locale} /> : t.noPaper },
        !!deadline.settledAt && { term: facts.outcome, words: deadline.outcome },
      ]}
    />
  )
}

const Red = ({ deadline: { state, stage }, locale }: Pick<Props, 'deadline' | 'locale'>) => {
  const t = texts[locale.lang]
  if (state === 'over') return <Notice tone="late" first={t.over} />
  return state === 'tight' ? <Notice tone="late" first={stage ? t.tight : t.tightWithout} /> : null
}

const Settle = ({ group, deadline, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const own = refused?.form === 'settle' ? refused.input : null
  const form = { id: 'settle', locale, refused: own, problems: t.problems }
  return (
    <Fold id="settle-fold" label={t.settle} icon="check" open={!!own}>
      <ActionForm action={paths.deadlineSettlement(group, deadline)} form={form} locale={locale}>
        <p class="soft">{t.settleMeans}</p>
        <AreaField form={form} name="outcome" label={t.outcome} hint={t.outcomeHint} rows={2} />
        <Button busy={t.settling}>{t.settle}</Button>
      </ActionForm>
    </Fold>
  )
}

const Change = ({ group, deadline, choices, refused, locale }: Props & { choices: DeadlineChoices }) => {
  const t = texts[locale.lang]
  const own = refused?.form === 'change' ? refused.input : null
  const form = { id: 'change', locale, refused: own, problems: t.problems }
  const today = calendarDay(locale.now)
  return (
    <Fold id="change-fold" label={t.change} icon="pencil" open={!!own}>
      <ActionForm action={paths.deadline(group, deadline)} form={form} locale={locale}>
        <DeadlineFields {...{ form, group, choices, deadline, today }} />
        <Button busy={t.saving}>{t.save}</Button>
      </ActionForm>
    </Fold>
  )
}

/** One day from outside, with everything that can be done about it. */
export const DeadlinePage = (props: Props) => {
  const { group, deadline, choices, locale } = props
  const t = texts[locale.lang]
  const { settledAt, settledBy } = deadline
  return (
    <>
      <GroupHead locale={locale} group={group} over={<Over {...props} />} title={deadline.title} />
      <Live id="deadline" on={`deadline-${deadline.id}`} href={paths.deadline(group, deadline)}>
        <Column>
          <p>
            <DeadlineStatus deadline={deadline} locale={locale} />{' '}
            {settledAt && (
              <span class="soft">{t.settledOn({ day: day(locale, settledAt), name: settledBy ?? '' })}</span>
            )}
          </p>
          <Red {...props} />
          <What deadline={deadline} locale={locale} />
          {choices && <Settle {...props} />}
          {choices && <Change {...props} choices={choices} />}
        </Column>
      </Live>
    </>
  )
}
