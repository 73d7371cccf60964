import type { Adoption } from '#src/documents/stages/matter.ts'
import type { VersionAbilities } from '#src/documents/versions/policy.ts'
import type { Entry, Timeline } from '#src/documents/versions/timeline.ts'
import type { DocumentWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { calendarDay, fullDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Rows } from '../kit/rows.tsx'
import { Actions, Block, Head } from '../kit/structure.tsx'
import { texts as exportTexts } from './export-texts.ts'
import { NameForm } from './version-acts.tsx'
import { NowRow, VersionRow } from './version-rows.tsx'
import { texts } from './version-texts.ts'

export type VersionsPageProps = {
  group: Group
  document: { id: string; title: string }
  timeline: Timeline
  /** These are not the newest ones. */
  before: Date | null
  /** Decisions that adopted one of the versions. */
  adoptions: Adoption[]
  way: DocumentWay
  may: VersionAbilities
  refused?: Refused | null
  /** Two have to be chosen to be compared. */
  chooseTwo?: boolean
  locale: Locale
}

/** How a text came to be: frozen, named and other states, newest first. */
export const VersionsPage = (props: VersionsPageProps) => {
  const { group, document, timeline, before, may, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a>
          </>
        }
        title={t.timeline}
        lead={t.timelineLead}
      >
        <Acts {...props} />
      </Head>
      {props.chooseTwo && <Notice first={t.chooseTwo} />}
      <form id="compare" method="get" action={paths.versionDifference(group, document)}>
        <Actions>
          <Button rank="second" icon="git-compare">
            {t.compareChosen}
          </Button>
          <span class="soft">{t.compareHow}</span>
        </Actions>
      </form>
      <Live
        id="timeline"
        on={`document-${document.id} rounds decisions`}
        href={before ? paths.olderVersions(group, document, before) : paths.versions(group, document)}
      >
        {before === null && (
          <Block id="now" title={t.now} quiet>
            <Rows first>
              <NowRow {...props} />
            </Rows>
          </Block>
        )}
        {timeline.entries.length === 0 && <p class="soft">{t.noStates}</p>}
        {daysOf(timeline.entries).map(([day, entries]) => (
          <Block id={`day-${day}`} title={fullDay(locale, day)}>
            <Rows>
              {entries.map((entry) => (
                <VersionRow {...props} entry={entry} />
              ))}
            </Rows>
          </Block>
        ))}
        {timeline.more && (
          <p class="link-line">
            <a href={paths.olderVersions(group, document, timeline.more)}>{t.olderStates}</a>
          </p>
        )}
      </Live>
      {!may.readPoints && <Blocked why={t.guestsSeeFrozen}>{t.guestsSeeFrozenThen}</Blocked>}
    </>
  )
}

const Acts = (props: VersionsPageProps) => {
  const { group, document, may, locale } = props
  return (
    <Actions>
      {may.name && <NameForm {...props} action={paths.versions(group, document)} label={texts[locale.lang].nameNow} />}
      <LinkButton rank="second" href={paths.exportDocument(group, document)} icon="file-down">
        {exportTexts[locale.lang].action}
      </LinkButton>
    </Actions>
  )
}

function daysOf(entries: Entry[]): [string, Entry[]][] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = calendarDay(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}
