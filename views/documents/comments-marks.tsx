import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import type { Marks } from './body-marks.tsx'
import { texts } from './comments-texts.ts'

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [])

const longest = 60

/** Leads to what was said; ears hear what it is about, eyes see a sign and a line, never colour alone. */
const SignOf = ({ shown: { thread, remarks }, locale }: { shown: ShownThread; locale: Locale }) => {
  const t = texts[locale.lang]
  const words = thread.quote.length > longest ? `${thread.quote.slice(0, longest)} …` : thread.quote
  const label = `${t.count({ count: remarks.length })}: ${t.quote({ words })}`
  return (
    <a class="comment-sign" href={`#thread-${thread.id}`} aria-label={label}>
      <Icon name="message-square" />
      {remarks.length > 1 && <span aria-hidden="true">{remarks.length}</span>}
    </a>
  )
}

/** Passages on which conversations hang. */
export const commented = (threads: ShownThread[], locale: Locale): Marks => {
  const known = new Map(threads.map((shown) => [shown.thread.id, shown]))
  return {
    commented: (children, { begins, ends }) => {
      const signs = idsIn(ends).flatMap((id) => known.get(id) ?? [])
      return (
        <>
          {idsIn(begins).map((id) => (
            <span id={`passage-${id}`} class="passage-begins" tabindex={-1} />
          ))}
          <mark class="commented">{children}</mark>
          {signs.map((shown) => (
            <SignOf shown={shown} locale={locale} />
          ))}
        </>
      )
    },
  }
}
