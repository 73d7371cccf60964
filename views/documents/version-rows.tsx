import type { Entry } from '#src/documents/versions/timeline.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { time } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { restoredOver, titleOf } from './version-names.ts'
import { texts } from './version-texts.ts'
import type { VersionsPageProps } from './versions-page.tsx'

/** Which two are to be laid side by side; the newest two at first. */
const Choice = ({ value, label, is, locale }: { value: string; label: string; is?: string; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <fieldset class="choose-two">
      <legend class="vh">{t.chooseAs({ label })}</legend>
      <label>
        <input type="radio" form="compare" name="older" value={value} checked={is === 'older'} /> {t.asOlder}
      </label>
      <label>
        <input type="radio" form="compare" name="newer" value={value} checked={is === 'newer'} /> {t.asNewer}
      </label>
    </fieldset>
  )
}

export const NowRow = ({ group, document, locale }: VersionsPageProps) => {
  const t = texts[locale.lang]
  return (
    <Row
      rand={<Rand main={t.now} />}
      title={t.draft}
      href={paths.documentDraft(group, document)}
      go={<Choice value="now" label={t.draft} is="newer" locale={locale} />}
    />
  )
}

export const VersionRow = (props: VersionsPageProps & { entry: Entry }) => {
  const { group, document, timeline, entry, locale } = props
  const isNewest = timeline.entries[0] === entry && props.before === null
  return (
    <Row
      id={`state-${entry.ref}`}
      rand={<Rand main={time(locale, entry.at)} />}
      title={titleOf(locale, entry)}
      href={paths.version(group, document, entry.ref)}
      meta={metaOf(props).join(' · ')}
      go={
        <Choice value={entry.ref} label={titleOf(locale, entry)} is={isNewest ? 'older' : undefined} locale={locale} />
      }
    >
      <Decided {...props} />
      {entry.note && <p>{entry.note}</p>}
    </Row>
  )
}

function metaOf({ entry, locale }: { entry: Entry; locale: Locale }): string[] {
  const t = texts[locale.lang]
  const by = entry.by && byWhom(entry, locale)
  return [
    by,
    entry.writers.length > 0 && t.wrote({ names: entry.writers.join(', ') }),
    entry.words && wordsOf(entry.words, locale),
    restoredOver(locale, entry),
  ].filter((part): part is string => Boolean(part))
}

function byWhom({ kind, by, name }: Entry, locale: Locale): string | null {
  const t = texts[locale.lang]
  if (!by) return null
  if (kind === 'frozen') return t.frozenBy({ name: by })
  if (name !== '') return t.namedBy({ name: by })
  return kind === 'before_restoring' ? t.restoredBy({ name: by }) : null
}

function wordsOf({ added, removed }: { added: number; removed: number }, locale: Locale): string {
  const t = texts[locale.lang]
  if (added === 0 && removed === 0) return t.noWords
  return [added > 0 && t.wordsAdded({ count: added }), removed > 0 && t.wordsRemoved({ count: removed })]
    .filter(Boolean)
    .join(', ')
}

/** What was decided about this very version. */
const Decided = ({
  way,
  adoptions,
  entry,
  locale,
}: Pick<VersionsPageProps, 'way' | 'adoptions' | 'locale'> & { entry: Entry }) => {
  const t = texts[locale.lang]
  const round = way.openRounds.find(({ snapshotId }) => snapshotId === entry.snapshotId)
  return (
    <>
      {adoptions
        .filter(({ snapshotId }) => snapshotId === entry.snapshotId)
        .map(({ citation, href }) => (
          <p>
            {t.decidedOn} <a href={href}>{citation}</a>
          </p>
        ))}
      {round && (
        <p>
          {t.beingDecided} <a href={round.href}>{round.title}</a>
        </p>
      )}
    </>
  )
}
