import type { Rules } from '#src/groups/rules.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { TextField } from '../kit/field.tsx'
import { Blocked, DoneLine } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { type MeetingProps, meetingForm } from './seat-meeting-page.tsx'
import { texts } from './seat-meeting-texts.ts'

const numbers = ['present', 'yes', 'no', 'abstain', 'void'] as const

const Form = (props: MeetingProps) => {
  const { locale, group, entry, refused } = props
  const t = texts[locale.lang]
  const form = meetingForm(props, 'hands')
  return (
    <Fold id="hands-fold" label={t.hands} open={refused?.form === 'hands'}>
      <ActionForm action={paths.hands(group, entry.round)} form={form} locale={locale}>
        <p>{t.handsMore}</p>
        {numbers.map((name) => (
          <TextField form={form} name={name} label={t.numbers[name]} type="number" optional={name === 'void'} />
        ))}
        <div>
          <Button>{t.enterHands}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}

/** Hands say nothing about whose they are, so every one has to count the same. */
const isOfKinds = ({ electorate, seatPolicy }: Rules) =>
  electorate === 'seats' && (seatPolicy === 'weighted' || seatPolicy === 'pooled' || seatPolicy === 'dual')

/** Raised hands as numbers, once, and not beside names. */
export const Hands = (props: MeetingProps) => {
  const { locale, entry, hands, roll } = props
  const t = texts[locale.lang]
  return (
    <Block id="hands-block" title={t.hands} quiet>
      {hands ? (
        <DoneLine>
          {t.handsLine(hands)} {t.handsNext}
        </DoneLine>
      ) : entry.round.rules.tieRule === 'chair' ? (
        <Blocked why={t.handsChair} />
      ) : isOfKinds(entry.round.rules) ? (
        <Blocked why={t.handsKinds} />
      ) : roll.some(({ hasAnswered }) => hasAnswered) ? (
        <Blocked why={t.handsNames} />
      ) : (
        <Form {...props} />
      )}
    </Block>
  )
}
