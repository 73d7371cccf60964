import type { Head as ChainHead } from '#src/decisions/chain/heads.ts'
import type { Corrected } from '#src/decisions/register/corrected.ts'
import type { Fate } from '#src/decisions/register/fate.ts'
import type { LogSlice } from '#src/decisions/register/log.ts'
import type { LogChoices } from '#src/decisions/register/log-choices.ts'
import type { LogFilter } from '#src/decisions/register/log-filter.ts'
import type { InMinutes } from '#src/decisions/register/minutes.ts'
import type { Ended, NoteEntry } from '#src/decisions/register/notes.ts'
import type { CarriedOut } from '#src/decisions/register/progress.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { texts as trails } from '../trail/texts.ts'
import { texts as books } from './book-file-texts.ts'
import { DecisionRows } from './decision-rows.tsx'
import { LogFilterForm } from './log-filter.tsx'
import { texts } from './log-texts.ts'
import { texts as words } from './texts.ts'
import { ChainLine } from './verify-line.tsx'

export type LogPageProps = {
  filter: LogFilter
  choices: LogChoices
  slice: LogSlice
  fates: Map<string, Fate>
  corrected: Map<string, Corrected[]>
  notes: Map<string, NoteEntry[]>
  /** What each of them has replaced or annulled. */
  ended: Map<string, Ended[]>
  progress: Map<string, CarriedOut>
  minutes: Map<string, InMinutes>
  /** The end of the chain, for whoever wants to keep it. */
  head: ChainHead | null
  locale: Locale
}

/** The register over all groups. */
export const LogPage = (props: LogPageProps) => {
  const { filter, slice, locale } = props
  const t = texts[locale.lang]
  const here = paths.decisionLog({ ...filter, page: slice.page > 1 ? slice.page : undefined })
  return (
    <>
      <Head
        title={words[locale.lang].decisions}
        lead={t.lead}
        actions={
          <>
            <a href={paths.books()}>{books[locale.lang].books}</a>
            <a href={paths.allIdeas()}>{trails[locale.lang].title}</a>
          </>
        }
      />
      <LogFilterForm {...props} />
      <Live id="log" on="decisions" href={here}>
        <section class="block" aria-labelledby="log-title">
          <h2 class="vh" id="log-title">
            {words[locale.lang].decisions}
          </h2>
          {slice.count > 0 ? <Found {...props} /> : <Nothing {...props} />}
        </section>
      </Live>
    </>
  )
}

const Found = (props: LogPageProps) => {
  const { slice, fates, corrected, notes, ended, progress, minutes, locale } = props
  return (
    <>
      <p class="soft">{texts[locale.lang].found({ count: slice.count })}</p>
      <DecisionRows
        decisions={slice.decisions}
        {...{ fates, corrected, notes, ended, progress, minutes, locale }}
        showGroup
      />
      <Pages {...props} />
      <ChainLine head={props.head} locale={locale} />
    </>
  )
}

const isFiltered = (filter: LogFilter) => Object.values(filter).some(Boolean)

const Nothing = ({ filter, locale }: LogPageProps) => {
  const t = texts[locale.lang]
  if (!isFiltered(filter)) return <Empty first={t.emptyFirst}>{t.emptyThen}</Empty>
  return (
    <Empty first={t.noneFirst} actions={<a href={paths.decisionLog()}>{t.all}</a>}>
      {t.noneThen}
    </Empty>
  )
}

const Pages = ({ filter, slice: { page, pages }, locale }: LogPageProps) => {
  const t = texts[locale.lang]
  const to = (other: number) => paths.decisionLog({ ...filter, page: other > 1 ? other : undefined })
  if (pages === 1) return null
  return (
    <nav class="actions" aria-label={t.pages}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {t.newer}
        </a>
      )}
      <span class="soft">{t.page({ page, pages })}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {t.older}
        </a>
      )}
    </nav>
  )
}
