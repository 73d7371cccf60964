import { paths } from '#src/paths.ts'
import type { Alike, Similar } from '#src/similar/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { texts } from './texts.ts'

/** Where a page that asks while somebody types puts what it gets. */
export const similarListId = 'similar-found'

const hrefOf = ({ kind, id, group, cited }: Alike): string => {
  if (kind === 'decision') return paths.decision(cited ?? '')
  if (kind === 'document') return paths.document(group, { id })
  return kind === 'task' ? paths.task(group, { id }) : paths.proposal(group, { id })
}

const icons = { document: 'file-text', task: 'circle-check', proposal: 'scale', decision: 'check' } as const

const AlikeRow = ({ one, locale }: { one: Alike; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <li>
      <Icon name={icons[one.kind]} />
      <span>
        <a href={hrefOf(one)}>{one.title}</a>{' '}
        <span class="soft">
          {one.cited && (
            <>
              <ShelfMark number={one.cited} />{' '}
            </>
          )}
          {t.in({ kind: t.kinds[one.kind], group: one.group.name })}
        </span>
      </span>
    </li>
  )
}

const ClosedRow = ({ group, locale }: { group: string; locale: Locale }) => (
  <li>
    <Icon name="lock" />
    <span>{texts[locale.lang].working({ group })}</span>
  </li>
)

/** What is called alike: with title and link where the reader may go, else the group alone. */
export const SimilarList = ({ similar, typed, locale }: { similar: Similar; typed: string; locale: Locale }) => {
  const t = texts[locale.lang]
  const { open, closed } = similar
  if (open.length + closed.length === 0) return <div id={similarListId}>{typed && <p class="soft">{t.none}</p>}</div>
  return (
    <div id={similarListId} class="similar-found">
      <p>
        <b>{t.found}</b>
      </p>
      <ul class="plain">
        {open.map((one) => (
          <AlikeRow one={one} locale={locale} />
        ))}
        {closed.map((group) => (
          <ClosedRow group={group} locale={locale} />
        ))}
      </ul>
      {closed.length > 0 && <p class="soft">{t.ask}</p>}
    </div>
  )
}
