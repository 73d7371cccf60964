import type { CirculationEntry } from '#src/meetings/minutes/model.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day, dayTime } from '../kit/dates.ts'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import type { MinutesPageProps } from './minutes-page.tsx'
import { texts } from './minutes-texts.ts'

const usual = '14'

const Circulate = ({ group, meeting, minutes, refused, locale }: MinutesPageProps) => {
  const t = texts[locale.lang]
  const mine = refused?.form === 'circulation' ? refused.input : null
  const form = { id: 'circulate', locale, refused: mine, problems: { days: t.problem } }
  const again = minutes.circulations.length > 0
  return (
    <Fold
      id="circulate-fold"
      label={again ? t.circulateAgain : t.circulate}
      icon="send"
      open={mine !== null || minutes.state === 'corrected'}
    >
      <ActionForm action={paths.minutesCirculations(group, meeting)} locale={locale} form={form}>
        <TextField form={form} name="days" label={t.days} hint={t.daysHint} type="number" value={usual} />
        <Button rank={minutes.state === 'draft' ? undefined : 'second'} busy={t.circulating}>
          {again ? t.circulateAgain : t.circulate}
        </Button>
      </ActionForm>
    </Fold>
  )
}

const Approve = ({ group, meeting, inSession, locale }: MinutesPageProps) => {
  const t = texts[locale.lang]
  return inSession ? (
    <Dialog id="approve-minutes" label={t.approve({ number: inSession.cited })} icon="check-check" title={t.approveAsk}>
      <p>{t.approveThen}</p>
      <Actions>
        <ActionForm action={paths.minutesApproval(group, meeting)} id="approve-form" locale={locale} inline>
          <Button busy={t.approving}>{t.approve({ number: inSession.cited })}</Button>
        </ActionForm>
        <Button rank="quiet" cancels>
          {t.notYet}
        </Button>
      </Actions>
    </Dialog>
  ) : null
}

const Circulation = ({ one, group, minutes: { documentId }, locale }: MinutesPageProps & { one: CirculationEntry }) => {
  const t = texts[locale.lang]
  const until = { day: dayTime(locale, one.objectionsUntil) }
  return (
    <li>
      <p>
        <b>{t.circulated({ number: one.number, who: one.circulatedBy, when: dayTime(locale, one.createdAt) })}</b>
        <br />
        {one.isOver ? t.isOver(until) : t.until(until)}. {t.signers({ one: one.minuteTaker, other: one.facilitator })}{' '}
        {documentId && (
          <a href={paths.snapshot(group, { id: documentId }, one.snapshotNumber)}>
            {t.openVersion({ number: one.snapshotNumber })}
          </a>
        )}
      </p>
    </li>
  )
}

const Approved = ({ minutes: { approval }, locale }: MinutesPageProps) => {
  const t = texts[locale.lang]
  if (!approval) return null
  const on = { day: day(locale, approval.createdAt) }
  return (
    <Notice icon="check-check" first={approval.kind === 'meeting' ? t.approvedIn(on) : t.approvedSilently(on)}>
      {t.approvedMeans}
    </Notice>
  )
}

/** Sent round, again where something was put right, approved. */
export const MinutesWay = (props: MinutesPageProps) => {
  const { minutes, meeting, may, locale } = props
  const t = texts[locale.lang]
  const { state, circulations } = minutes
  const maySend = may.circulate && meeting.endedAt !== null && ['draft', 'circulated', 'corrected'].includes(state)
  return (
    <>
      <Approved {...props} />
      <ol class="plain stack">
        {circulations.toReversed().map((one) => (
          <Circulation {...props} one={one} />
        ))}
      </ol>
      {state === 'draft' && meeting.endedAt === null && <p class="soft">{t.notOver}</p>}
      {(state === 'circulated' || state === 'corrected') && !may.approve && <p class="soft">{t.waitsForMeeting}</p>}
      <Actions>
        {(state === 'circulated' || state === 'corrected') && may.approve && <Approve {...props} />}
        {maySend && <Circulate {...props} />}
      </Actions>
    </>
  )
}
