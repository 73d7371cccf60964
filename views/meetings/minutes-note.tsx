import type { MinutesNoteEntry } from '#src/meetings/minutes/noting.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { texts } from './minutes-texts.ts'

/** A correction beside approved minutes: how it stands, how it is right, why, and who signed. */
export const NoteWords = ({ note, locale }: { note: MinutesNoteEntry; locale: Locale }) => {
  const t = texts[locale.lang]
  const signed = note.signedAt && { one: note.first, other: note.second ?? '', when: dayTime(locale, note.signedAt) }
  return (
    <>
      {note.number !== null && <h3>{t.item({ number: note.number })}</h3>}
      <Facts
        facts={[
          { term: t.present, words: <span class="wortlaut">{note.present}</span> },
          { term: t.wished, words: <span class="wortlaut">{note.wished}</span> },
          { term: t.reason, words: note.reason },
        ]}
      />
      <p class="soft">{signed ? t.noteSigned(signed) : note.discardedAt ? t.noteDiscarded : t.noteWaits}</p>
    </>
  )
}
