import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, SelectField } from '../kit/field.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { itemTitle } from './item-title.ts'
import { NoteWords } from './minutes-note.tsx'
import type { MinutesPageProps } from './minutes-page.tsx'
import { texts } from './minutes-texts.ts'

type Note = MinutesPageProps['notes'][number]

const Signing = ({ note, group, meeting, may, locale }: MinutesPageProps & { note: Note }) => {
  const t = texts[locale.lang]
  if (note.signedAt || note.discardedAt || !may.putRight) return null
  return (
    <Actions>
      {note.maySign && (
        <ActionForm
          action={paths.minutesNoteSignature(group, meeting, note)}
          id={`sign-${note.id}`}
          locale={locale}
          inline
        >
          <Button busy={t.signing}>{t.sign}</Button>
        </ActionForm>
      )}
      <ActionForm
        action={paths.minutesNoteDiscard(group, meeting, note)}
        id={`discard-${note.id}`}
        locale={locale}
        inline
      >
        <Button rank="quiet" busy={t.discarding}>
          {t.discard}
        </Button>
      </ActionForm>
    </Actions>
  )
}

const Add = ({ group, meeting, sections, refused, locale }: MinutesPageProps) => {
  const t = texts[locale.lang]
  const mine = refused?.form === 'note' ? refused.input : null
  const form = { id: 'minutes-note', locale, refused: mine, problems: t.objectionProblems }
  const items = sections.map(({ item, number }) => ({
    value: item.id,
    label: `${t.item({ number })}: ${itemTitle(locale, item)}`,
  }))
  return (
    <Fold id="add-note" label={t.addNote} icon="pencil-line" open={mine !== null}>
      <p class="soft">{t.noteMeans}</p>
      <ActionForm action={paths.minutesNotes(group, meeting)} locale={locale} form={form}>
        <SelectField form={form} name="itemId" label={t.noteItem} options={items} optional />
        <AreaField form={form} name="present" label={t.present} rows={2} />
        <AreaField form={form} name="wished" label={t.wished} rows={2} />
        <AreaField form={form} name="reason" label={t.reason} rows={2} />
        <Button rank="second" busy={t.sending}>
          {t.propose}
        </Button>
      </ActionForm>
    </Fold>
  )
}

/** What was put right after the approval, signed by two; the original stays as it is. */
export const MinutesNotes = (props: MinutesPageProps) => {
  const { minutes, notes, may, locale } = props
  const t = texts[locale.lang]
  if (minutes.state !== 'approved') return null
  return (
    <Block id="minutes-notes" title={t.notes}>
      {notes.map((note) => (
        <div class="sheet" id={`note-${note.id}`}>
          <NoteWords note={note} locale={locale} />
          <Signing {...props} note={note} />
        </div>
      ))}
      {may.putRight ? <Add {...props} /> : <p class="soft">{t.whoSigns}</p>}
    </Block>
  )
}
