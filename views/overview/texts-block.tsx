import type { Child } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import type { TextEntry } from '#src/overview/texts.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { ago, daysUntil, shortDay } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Ring } from '../kit/ring.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { texts } from './group-texts.ts'

type Props = { text: TextEntry; group: Pick<Group, 'slug'>; mayWrite?: boolean; locale: Locale }

const Changed = ({ text: { editedAt, editedBy }, locale }: Pick<Props, 'text' | 'locale'>) => {
  const t = texts[locale.lang]
  const main = daysUntil(locale, editedAt) > -7 ? ago(locale, editedAt) : shortDay(locale, editedAt)
  const name = editedBy?.split(' ')[0]
  return <Rand top={name ? t.changed : t.created} main={main} bottom={name && t.by({ name })} />
}

const stationNote = (locale: Locale, { way }: TextEntry): string | undefined => {
  const t = texts[locale.lang]
  if (way.station === 4) return t.liesWithCircle
  if (way.station === 3 && way.isDecided) return t.isDecided
  return way.station === 5 ? t.isAnswered : undefined
}

/** Approved or laid aside: nobody writes in it any more. */
const isFixed = ({ stage }: TextEntry) => stage === 'approved' || stage === 'archived'

/** Straight to where one writes, as long as the text is being written. */
const WriteOn = ({ text, group, locale }: Props) => (
  <LinkButton href={paths.editDocument(group, text)} rank="quiet" icon="pencil">
    {texts[locale.lang].writeOn}
    <span class="vh">: {text.title}</span>
  </LinkButton>
)

const TextRow = ({ text, group, mayWrite, locale }: Props) => {
  const { decision, station } = text.way
  return (
    <Row
      rand={<Changed text={text} locale={locale} />}
      title={text.title}
      href={paths.document(group, text)}
      go={mayWrite && station < 3 && !isFixed(text) && <WriteOn text={text} group={group} locale={locale} />}
      meta={
        <>
          <Status state={text.stage} locale={locale} /> <CheckMark thing="document" id={text.id} locale={locale} />{' '}
          {text.way.movedOn && <span>{texts[locale.lang].movedOn} · </span>}
          {decision && (
            <>
              <ShelfMark number={decision.citation} href={decision.href} /> ·{' '}
            </>
          )}
          <Ring at={station} note={stationNote(locale, text)} locale={locale} />
        </>
      }
    />
  )
}

type BlockProps = {
  entries: TextEntry[]
  group: Pick<Group, 'slug'>
  title: string
  link?: Child
  empty: Child
  mayWrite?: boolean
  locale: Locale
}

/** The texts last written, each with how far round it is. */
export const TextsBlock = ({ entries, group, title, link, empty, mayWrite, locale }: BlockProps) => (
  <Block id="texts" title={title} link={link}>
    {entries.length === 0 ? (
      empty
    ) : (
      <Rows>
        {entries.map((text) => (
          <TextRow text={text} group={group} mayWrite={mayWrite} locale={locale} />
        ))}
      </Rows>
    )}
  </Block>
)
