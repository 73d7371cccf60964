import type { StandingHolder } from '#src/decisions/seats/standing.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { shortDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { CheckField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { PeopleList } from '../kit/people.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { Giver } from './giver.tsx'
import type { SeatsPageProps } from './seats-page.tsx'
import { texts } from './seats-texts.ts'

type Props = SeatsPageProps & { entry: SeatsPageProps['seats'][number] }

const noteOn = (locale: Locale, { rank, isHere }: StandingHolder) => {
  const t = texts[locale.lang]
  return [t.ranks[rank], ...(isHere ? [] : [t.notHere])].join(', ')
}

const EndHolder = ({ locale, group, holder }: Props & { holder: StandingHolder }) => {
  const t = texts[locale.lang]
  return holder.holderId ? (
    <ActionForm
      action={paths.seatHolderEnd(group, { id: holder.holderId })}
      locale={locale}
      id={`end-holder-${holder.holderId}`}
      inline
    >
      <Button rank="quiet">{t.endHolder({ name: holder.name })}</Button>
    </ActionForm>
  ) : null
}

const NewHolder = ({ locale, group, entry, refused }: Props) => {
  const t = texts[locale.lang]
  const { seat, eligible } = entry
  const input = refused?.form === 'holder' && refused.seatId === seat.id ? refused.input : null
  const form: FormState = { id: `holder-${seat.id}`, locale, refused: input, problems: t.problems }
  const ranks = (['principal', 'deputy'] as const).map((value) => ({ value, label: t.ranks[value] }))
  return (
    <ActionForm action={paths.seatHolders(group, seat)} form={form} locale={locale}>
      <SelectField
        form={form}
        name="personId"
        label={t.person}
        hint={t.seatJoins}
        options={eligible.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField form={form} name="rank" label={t.rank} hint={t.rankHint} options={ranks} value="principal" />
      <div>
        <Button rank="second">{t.seatPerson}</Button>
      </div>
    </ActionForm>
  )
}

const EndSeat = ({ locale, group, entry: { seat }, refused }: Props) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'end' && refused.seatId === seat.id ? refused.input : null
  const form: FormState = { id: `end-seat-${seat.id}`, locale, refused: input, problems: t.problems }
  return (
    <Fold id={`end-${seat.id}`} label={t.endSeatOf({ name: seat.name })} rank="quiet" open={input !== null}>
      <ActionForm action={paths.seatEnd(group, seat)} form={form} locale={locale}>
        <p>{t.endSeatMore}</p>
        <TextField form={form} name="endedBy" label={t.decision} hint={t.decisionHint} />
        <CheckField form={form} name="left" label={t.hasLeft} hint={t.hasLeftMore} />
        <div>
          <Button rank="second">{t.endSeatDo}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}

const Arranging = (props: Props) => {
  const { locale, entry, refused } = props
  const t = texts[locale.lang]
  const { seat } = entry
  return (
    <Fold
      id={`arrange-${seat.id}`}
      label={t.arrange({ name: seat.name })}
      rank="quiet"
      open={refused?.form === 'holder' && refused.seatId === seat.id}
    >
      {seat.holders.map((holder) => (
        <EndHolder {...props} holder={holder} />
      ))}
      <NewHolder {...props} />
    </Fold>
  )
}

/** Everybody can read by which decision it was given. */
const Meta = ({ locale, rules, entry: { seat } }: Props) => {
  const t = texts[locale.lang]
  const isWeighed = rules.seatPolicy === 'weighted' || seat.weight > 1
  return (
    <>
      {[t.kinds[seat.kind], isWeighed && t.weight(seat)].filter(Boolean).join(' · ')}
      {seat.givenBy && (
        <>
          {' · '}
          {t.givenBy} <Giver givenBy={seat.givenBy} />
        </>
      )}
    </>
  )
}

/** One seat: whose, since when, by which decision, and who sits there. */
export const SeatRow = (props: Props) => {
  const { locale, entry, may } = props
  const t = texts[locale.lang]
  const { holders, kind, name, createdAt } = entry.seat
  return (
    <Row rand={<Rand top={t.since} main={shortDay(locale, createdAt)} />} title={name} meta={<Meta {...props} />}>
      {holders.length > 0 ? (
        <PeopleList people={holders.map((holder) => ({ name: holder.name, note: noteOn(locale, holder) }))} />
      ) : (
        <p>{t.nobody}</p>
      )}
      {may.arrange && kind === 'organisation' && <Arranging {...props} />}
      {may.arrange && <EndSeat {...props} />}
    </Row>
  )
}

/** A further seat, for somebody who has none yet. */
export const NewSeat = ({ locale, group, seats, candidates, refused }: SeatsPageProps) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'seat' ? refused.input : null
  const form: FormState = { id: 'new-seat', locale, refused: input, problems: t.problems }
  const has = (id: string) => seats.some(({ seat }) => seat.organisationId === id || seat.sendingGroupId === id)
  const free = (kind: 'group' | 'organisation', all: { id: string; name: string }[]) =>
    all.filter(({ id }) => !has(id)).map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }))
  const options = [
    ...free('group', candidates.groups),
    ...free('organisation', candidates.organisations),
    { value: 'new', label: t.newOrganisation },
  ]
  return (
    <Fold id="new-seat-fold" label={t.newSeat} open={input !== null}>
      <ActionForm action={paths.seats(group)} form={form} locale={locale}>
        <p>{t.newSeatLead}</p>
        <SelectField form={form} name="who" label={t.who} options={options} />
        <TextField form={form} name="organisation" label={t.organisationName} optional />
        <TextField form={form} name="givenBy" label={t.decision} hint={t.decisionHint} />
        <div>
          <Button>{t.give}</Button>
        </div>
      </ActionForm>
    </Fold>
  )
}
