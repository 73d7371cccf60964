import type { PropsWithChildren } from 'hono/jsx'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { SelectField } from '../kit/field.tsx'
import { type FormState, problemOf } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './seat-texts.ts'
import { categoryWords } from './seat-words.ts'

const isOurs = ({ refused }: RoundPageProps) => !!refused && 'category' in refused.problems

/** A conflict of interest, declared by whoever answers for the seat, or entered by whoever leads the round. */
const Recusal = (props: RoundPageProps) => {
  const { group, entry, seatActs, locale, refused } = props
  const t = texts[locale.lang]
  const { conflictCategories } = entry.round.rules
  if (seatActs.recusable.length === 0 || conflictCategories.length === 0) return null
  const form: FormState = {
    id: 'recusal',
    locale,
    refused: isOurs(props) ? refused : null,
    problems: t.problems,
  }
  const seats = seatActs.recusable.map(({ id, name }) => ({ value: id, label: name }))
  const categories = conflictCategories.map((value) => ({ value, label: categoryWords(locale, value) }))
  return (
    <Fold id="recusal-fold" label={t.declare} rank="quiet" open={problemOf(form, 'category') !== undefined}>
      <ActionForm action={paths.recusals(group, entry.round)} form={form} locale={locale}>
        <p>
          {t.conflictsAsk} {t.conflictsOfOthers}
        </p>
        {seats.length === 1 ? (
          <input type="hidden" name="seat" value={seats[0]?.value} />
        ) : (
          <SelectField form={form} name="seat" label={t.declareSeat} options={seats} />
        )}
        <SelectField form={form} name="category" label={t.category} hint={t.declareMore} options={categories} />
        <div>
          <Button>{t.declareDo}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}

/** What somebody else than a principal has said, with the button for those who can confirm it. */
const Proposed = (props: RoundPageProps) => {
  const { seatActs, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      {seatActs.proposed.map(({ seatId, seat, category, by, mayConfirm, mayWithdraw }) => (
        <Notice
          first={t.proposed({ seat, category: categoryWords(locale, category) })}
          id={`proposed-${seatId}`}
          actions={
            (mayConfirm && <Confirm {...props} seatId={seatId} />) ||
            (mayWithdraw && <Withdraw {...props} seatId={seatId} />)
          }
        >
          {t.proposedBy({ name: by })}
        </Notice>
      ))}
    </>
  )
}

type OfSeat = RoundPageProps & { seatId: string }

type SeatForm = Pick<OfSeat, 'seatId' | 'locale'> & { action: string; id: string }

const OfSeatForm = ({ action, id, seatId, locale, children }: PropsWithChildren<SeatForm>) => (
  <ActionForm action={action} locale={locale} id={`${id}-${seatId}`} inline>
    <input type="hidden" name="seat" value={seatId} />
    {children}
  </ActionForm>
)

const Confirm = ({ group, entry, locale, seatId }: OfSeat) => (
  <OfSeatForm action={paths.recusalConfirmation(group, entry.round)} id="confirm-recusal" {...{ seatId, locale }}>
    <Button rank="second">{texts[locale.lang].confirmRecusal}</Button>
  </OfSeatForm>
)

const Withdraw = ({ group, entry, locale, seatId }: OfSeat) => (
  <OfSeatForm action={paths.recusalWithdrawal(group, entry.round)} id="withdraw-recusal" {...{ seatId, locale }}>
    <Button rank="quiet">{texts[locale.lang].withdrawRecusal}</Button>
  </OfSeatForm>
)

/** What was sent came too late for its form to be still there. */
const TooLate = ({ locale, refused = null }: RoundPageProps) => {
  const form: FormState = { id: 'recusal', locale, refused, problems: texts[locale.lang].problems }
  return <Notice tone="late" first={problemOf(form, 'category')} />
}

/** What is done about seats while a round runs: conflicts of interest, and the minutes of a meeting. */
export const SeatActs = (props: RoundPageProps) => {
  const { group, entry, seatActs, locale } = props
  const t = texts[locale.lang]
  if (isOurs(props) && seatActs.recusable.length === 0) return <TooLate {...props} />
  const isIdle = !seatActs.toMeeting && seatActs.recusable.length === 0 && seatActs.proposed.length === 0
  if (entry.count || isIdle) return null
  return (
    <Block id="seat-acts" title={t.conflicts} quiet>
      <Proposed {...props} />
      <Recusal {...props} />
      {seatActs.toMeeting && (
        <p>
          <LinkButton href={paths.roundMeeting(group, entry.round)} rank="second">
            {t.toMeeting}
          </LinkButton>
        </p>
      )}
    </Block>
  )
}
