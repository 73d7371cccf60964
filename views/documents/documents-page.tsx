import type { DocumentEntry } from '#src/documents/model.ts'
import type { InForceInList, ListedInForce } from '#src/documents/stages/in-lists.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { ago, daysUntil, shortDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { texts as stageTexts } from './stage-texts.ts'
import { texts } from './texts.ts'
import { texts as visitTexts } from './visit-texts.ts'

type Props = {
  group: Group
  entries: DocumentEntry[]
  /** What was adopted of them, by the id of the text. */
  inForce: InForceInList
  /** How many were asked for, when it is more than the list begins with. */
  shown: number | null
  /** How many to ask for next, when there are older ones. */
  more: number | null
  mayCreate: boolean
  isGuest: boolean
  locale: Locale
}

const Begin = ({ group, locale }: Pick<Props, 'group' | 'locale'>) => (
  <LinkButton href={paths.newDocument(group)} icon="plus">
    {texts[locale.lang].begin}
  </LinkButton>
)

/** Everything that the group writes. */
export const DocumentsPage = ({ group, entries, inForce, shown, more, mayCreate, isGuest, locale }: Props) => {
  const t = texts[locale.lang]
  const begin = mayCreate && <Begin group={group} locale={locale} />
  return (
    <>
      <GroupHead
        group={group}
        locale={locale}
        tab="documents"
        isGuest={isGuest}
        title={t.documents}
        lead={t.lead}
        actions={begin}
      />
      <Live
        id="documents"
        on="documents reviews decisions"
        href={shown ? paths.moreDocuments(group, shown) : paths.documents(group)}
      >
        <Block id="all" title={t.documents} quiet narrow>
          {entries.length > 0 ? (
            <DocumentRows group={group} entries={entries} inForce={inForce} locale={locale} />
          ) : (
            <Empty first={t.emptyFirst}>{isGuest ? t.emptyGuest : t.emptyThen}</Empty>
          )}
          {more && (
            <p class="link-line">
              <a href={paths.moreDocuments(group, more)}>{t.older}</a>
            </p>
          )}
        </Block>
      </Live>
    </>
  )
}

const InForceWords = ({ inForce, locale }: { inForce: ListedInForce; locale: Locale }) => (
  <>
    <ShelfMark number={inForce.citation} href={inForce.href} />
    {inForce.movedOn && ` · ${stageTexts[locale.lang].movedOnShort}`}
    {'\u00A0· '}
  </>
)

type RowsProps = { group: { slug: string }; entries: DocumentEntry[]; inForce: InForceInList; locale: Locale }

/** Titles with state, kind and last change; for the list of a group and for its overview. */
export const DocumentRows = ({ group, entries, inForce, locale }: RowsProps) => (
  <Rows first>
    {entries.map((entry) => (
      <DocumentRow group={group} entry={entry} inForce={inForce.get(entry.id) ?? null} locale={locale} />
    ))}
  </Rows>
)

type RowProps = Pick<RowsProps, 'group' | 'locale'> & { entry: DocumentEntry; inForce: ListedInForce | null }

const DocumentRow = ({ group, entry, inForce, locale }: RowProps) => {
  const t = texts[locale.lang]
  return (
    <Row
      rand={
        <Rand
          top={entry.editedBy ? t.changed : t.created}
          main={daysUntil(locale, entry.editedAt) > -7 ? ago(locale, entry.editedAt) : shortDay(locale, entry.editedAt)}
          bottom={entry.editedBy && t.by({ name: entry.editedBy })}
        />
      }
      title={entry.title}
      href={paths.document(group, entry)}
      meta={
        <>
          {entry.isNews && (
            <>
              <b class="is-news">{visitTexts[locale.lang].news}</b>{' '}
            </>
          )}
          <CheckMark thing="document" id={entry.id} locale={locale} />
          <Status state={entry.stage} locale={locale} /> {inForce && <InForceWords {...{ inForce, locale }} />}
          {t.kinds[entry.kind]}
          {'\u00A0· '}
          {t.wordCount({ count: entry.wordCount })}
        </>
      }
    />
  )
}
