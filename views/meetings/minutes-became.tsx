import type { Group } from '#src/groups/schema.ts'
import type { LinkEntry } from '#src/meetings/minutes/links.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './session-texts.ts'

type Props = { links: LinkEntry[]; group: Pick<Group, 'slug'>; locale: Locale }

const hrefOf = (group: Pick<Group, 'slug'>, { cited, recordId, taskId }: LinkEntry) =>
  cited
    ? paths.decision(cited)
    : recordId
      ? paths.record(group, { id: recordId })
      : paths.task(group, { id: taskId ?? '' })

/** What lines of the minutes became, with the way to it. */
export const Became = ({ links, group, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <ul class="plain became">
      {links.map((link) => (
        <li>
          <Icon name={link.kind === 'decision' ? 'scale' : 'list-checks'} />{' '}
          <a href={hrefOf(group, link)}>
            {link.cited ?? (link.kind === 'decision' ? t.decision : t.task)}: {link.title}
          </a>
          {link.kind === 'decision' && !link.cited && <span class="soft"> · {t.waits}</span>}
        </li>
      ))}
    </ul>
  )
}
