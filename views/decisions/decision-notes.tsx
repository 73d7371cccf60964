import type { NoteEntry } from '#src/decisions/register/notes.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { dayTime, fullDay } from '../kit/dates.ts'
import { Icon } from '../kit/icon.tsx'
import { Blocked } from '../kit/notice.tsx'
import { ShelfMark, Wording } from '../kit/sheet.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { texts } from './correction-texts.ts'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts as sheet } from './decision-texts.ts'
import { categoryWords } from './seat-words.ts'
import { anyOf, tallyWords } from './words.ts'

type Props = DecisionPageProps & { note: NoteEntry }

/** Everything that was added since, with reason, day and signers (`DOMAIN.md 5.3`). */
export const DecisionNotes = (props: DecisionPageProps) => {
  const { sheet: found, locale } = props
  if (found.notes.length === 0) return null
  return (
    <Block id="notes" title={texts[locale.lang].history}>
      <ul class="plain stack">
        {found.notes.map((note) => (
          <li id={`note-${note.id}`} class={note.signedAt ? undefined : 'unsigned'}>
            <Note {...props} note={note} />
          </li>
        ))}
      </ul>
    </Block>
  )
}

const Note = (props: Props) => {
  const { note, locale } = props
  const t = texts[locale.lang]
  return (
    <div class="notice">
      <Icon name={note.kind === 'annulment' ? 'ban' : 'history'} />
      <div class="words">
        <p>
          <b>{t.noteKinds[note.kind]}.</b> {note.by ? <Behind {...props} /> : note.reason}
        </p>
        <Changes {...props} />
        <Recounted {...props} />
        <Signers {...props} />
      </div>
    </div>
  )
}

/** At the establishing of another decision its number is the whole reason. */
const Behind = ({ note: { by, reason } }: Props) =>
  by ? (
    <>
      <ShelfMark number={by.cited} href={paths.decision(by.cited)} /> {by.title}
      {reason && reason !== by.cited && `. ${reason}`}
    </>
  ) : null

const Changes = ({ note: { kind, changes }, locale }: Props) => {
  const t = texts[locale.lang]
  if (kind !== 'correction') return null
  return (
    <>
      {Object.entries(changes).map(([field, words]) => (
        <>
          <p>{t.insteadOf({ field: t.fields[field] ?? field })}</p>
          <Wording text={field === 'decidedOn' ? fullDay(locale, words) : words} />
        </>
      ))}
    </>
  )
}

const Recounted = ({ note, sheet: { decision }, locale }: Props) => {
  const t = texts[locale.lang]
  const { recused } = sheet[locale.lang]
  const { recused: later } = note
  if (note.kind !== 'recount' || !note.tally) return null
  return (
    <>
      {note.changes.seat && <p>{t.answerWas}</p>}
      {later && <p>{recused({ ...later, category: categoryWords(locale, later.category) })}</p>}
      <p>
        {t.before}: {tallyWords(locale, decision.tally)}
        <br />
        {t.now}: {tallyWords(locale, note.tally)}
      </p>
      <p>
        <b>{note.isDecisive ? t.decided : t.stays}</b>
      </p>
    </>
  )
}

const Signers = (props: Props) => {
  const { note, isInside, locale } = props
  const t = texts[locale.lang]
  if (!note.signedAt) return <Waiting {...props} />
  const when = dayTime(locale, note.signedAt)
  const words = isInside ? t.signed({ first: note.first, second: note.second ?? '', when }) : t.signedOutside({ when })
  return <p class="soft">{words}</p>
}

const Waiting = (props: Props) => {
  const { note, may, locale } = props
  const t = texts[locale.lang]
  const mine = may.notes.get(note.id)
  return (
    <>
      <p class="soft">{t.proposedBy({ name: note.first, when: dayTime(locale, note.createdAt) })}</p>
      {mine?.sign ? (
        <p>{t.waits}</p>
      ) : (
        <Blocked why={t.waits}>
          {mine && mine.seconds.length > 0 ? t.canBe({ names: anyOf(locale, mine.seconds) }) : t.anybodyElse}
        </Blocked>
      )}
      <Signing {...props} />
    </>
  )
}

const Signing = ({ note, sheet: { decision }, may, locale }: Props) => {
  const t = texts[locale.lang]
  const mine = may.notes.get(note.id)
  const { group } = decision
  return (
    <Actions>
      {mine?.sign && (
        <ActionForm action={paths.noteSignature(group, decision, note)} id={`sign-${note.id}`} locale={locale} inline>
          <Button busy={t.signing}>{t.sign}</Button>
        </ActionForm>
      )}
      {mine?.discard && (
        <ActionForm action={paths.noteDiscard(group, decision, note)} id={`discard-${note.id}`} locale={locale} inline>
          <Button rank="quiet" busy={t.discarding}>
            {t.discard}
          </Button>
        </ActionForm>
      )}
    </Actions>
  )
}
