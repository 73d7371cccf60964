import { Icon } from '../kit/icon.tsx'
import type { Around, Draw } from './body-drawing.ts'

/** The number stands in the text, the words at its end; each leads to the other. */
export const drawNote: Draw = ({ children, around: { notes, t } }) => {
  const number = notes.push(children)
  return (
    <sup class="note">
      <a id={`note-${number}-in-text`} href={`#note-${number}`} role="doc-noteref" aria-label={t.note({ number })}>
        {number}
      </a>
    </sup>
  )
}

export const NoteList = ({ notes, t }: Pick<Around, 'notes' | 't'>) =>
  notes.length === 0 ? null : (
    <section class="notes" role="doc-endnotes" aria-label={t.notes}>
      <ol>
        {notes.map((words, index) => (
          <li id={`note-${index + 1}`}>
            {words}{' '}
            <a href={`#note-${index + 1}-in-text`} role="doc-backlink" aria-label={t.back({ number: index + 1 })}>
              <Icon name="arrow-up" />
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
