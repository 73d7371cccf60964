import type { SnapshotEntry } from '#src/documents/versions/snapshots.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { shortDay, time } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './version-texts.ts'

type Props = {
  group: Group
  document: { id: string }
  versions: SnapshotEntry[]
  /** Paragraphs that are not as in the last version; null when there is none. */
  changed: number | null
  locale: Locale
}

/** All frozen versions with who, when and what for. */
export const Versions = ({ group, document, versions, changed, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="versions" title={t.versions} narrow>
      {versions.length === 0 && <p class="soft">{t.noVersions}</p>}
      {changed !== null && changed > 0 && (
        <p class="link-line">
          <a href={paths.draftDifference(group, document)}>{t.compareDraft}</a>
        </p>
      )}
      <p class="link-line">
        <a href={paths.versions(group, document)}>{t.toTimeline}</a>
      </p>
      {versions.length > 0 && (
        <Rows>
          {versions.map((version) => (
            <VersionRow group={group} version={version} locale={locale} />
          ))}
        </Rows>
      )}
    </Block>
  )
}

type RowProps = { group: Group; version: SnapshotEntry; locale: Locale }

const VersionRow = ({ group, version, locale }: RowProps) => {
  const t = texts[locale.lang]
  const document = { id: version.documentId }
  return (
    <Row
      rand={<Rand main={shortDay(locale, version.createdAt)} bottom={time(locale, version.createdAt)} />}
      title={t.version({ number: `${version.number}${version.suffix}` })}
      href={paths.snapshot(group, document, version.number, version.suffix)}
      meta={
        <>
          {t.frozenBy({ name: version.createdBy })}
          {(version.number > 1 || version.suffix) && (
            <>
              {'\u00A0· '}
              <a href={paths.difference(group, document, version.number, version.suffix)}>{t.compare}</a>
            </>
          )}
        </>
      }
    >
      {version.note && <p>{version.note}</p>}
    </Row>
  )
}
