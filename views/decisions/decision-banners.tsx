import type { NoteEntry } from '#src/decisions/register/notes.ts'
import { paths } from '#src/paths.ts'
import { fullDay } from '../kit/dates.ts'
import { Notice } from '../kit/notice.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { texts } from './correction-texts.ts'
import type { DecisionPageProps } from './decision-page.tsx'

type Props = DecisionPageProps & { note: NoteEntry }

/** Above the unchanged original: whether it still holds, and what was put right. */
export const DecisionBanners = (props: DecisionPageProps) => {
  const signed = props.sheet.notes.filter(({ signedAt }) => signedAt !== null)
  const lastRecount = signed.findLast(({ kind }) => kind === 'recount')
  const shown = signed.filter((note) => note.kind !== 'recount' || note === lastRecount)
  return (
    <>
      <Term {...props} />
      {shown.toReversed().map((note) => (
        <Banner {...props} note={note} />
      ))}
    </>
  )
}

const Term = ({ sheet: { decision }, locale }: DecisionPageProps) => {
  const { standing, inForceFrom, inForceUntil } = decision
  const t = texts[locale.lang].banners
  if (standing === 'not_yet' && inForceFrom) return <Notice first={t.not_yet({ day: fullDay(locale, inForceFrom) })} />
  if (standing !== 'expired' || !inForceUntil) return null
  return <Notice first={t.expired({ day: fullDay(locale, inForceUntil) })} />
}

const Banner = (props: Props) => {
  const { note, locale } = props
  if (note.by) return <EndedBy {...props} />
  const t = texts[locale.lang].banners
  const day = fullDay(locale, note.signedAt ?? note.createdAt)
  if (note.kind === 'recount' && note.isDecisive) {
    return (
      <Notice tone="care" icon="rotate-ccw" first={t.inDoubt({ day })}>
        {note.reason}
      </Notice>
    )
  }
  const first = note.kind === 'annulment' ? t.annulment({ day }) : note.kind === 'recount' ? t.recount({ day }) : null
  return (
    <Notice icon={note.kind === 'annulment' ? 'ban' : 'history'} first={first ?? t.correction({ day })}>
      {note.reason}
    </Notice>
  )
}

/** What takes its place may begin to hold on a later day, or should never have been entered itself. */
const EndedBy = ({ note, sheet: { decision }, locale }: Props) => {
  const t = texts[locale.lang].banners
  const day = fullDay(locale, note.signedAt ?? note.createdAt)
  if (!note.by) return null
  const isOver = decision.standing === 'superseded' || decision.standing === 'annulled'
  const superseded = isOver ? t.supersession({ day }) : t.supersessionLater
  return (
    <Notice
      icon={note.kind === 'annulment' ? 'ban' : 'history'}
      first={note.kind === 'annulment' ? t.annulmentBy({ day }) : superseded}
    >
      <ShelfMark number={note.by.cited} href={paths.decision(note.by.cited)} /> {note.by.title}
    </Notice>
  )
}
