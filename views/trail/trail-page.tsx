import { paths } from '#src/paths.ts'
import type { Beside } from '#src/trail/beside.ts'
import type { Strand } from '#src/trail/trail.ts'
import type { Locale } from '#src/web/locale.ts'
import { Empty, Notice } from '../kit/notice.tsx'
import { Block, Head } from '../kit/structure.tsx'
import { Table } from '../kit/table.tsx'
import { StrandRow } from './strand-row.tsx'
import { texts } from './texts.ts'
import { UnderWay } from './under-way.tsx'

export type TrailPageProps = {
  subject: { code: string; title: string } | { topic: string }
  /** Code of the idea that has taken its place. */
  replacedBy?: string | null
  strands: Strand[]
  toCheck: number
  /** Where there are older ones. */
  more: string | null
  beside: Beside
  locale: Locale
}

/** The impact trail of a guiding idea or a topic: what was decided about it, and what was done. */
export const TrailPage = (props: TrailPageProps) => {
  const { subject, replacedBy, strands, more, beside, locale } = props
  const t = texts[locale.lang]
  const title = 'topic' in subject ? t.topic(subject) : `${subject.code} ${subject.title}`
  return (
    <>
      <Head narrow over={<a href={paths.allIdeas()}>{t.title}</a>} title={title} lead={t.lead} />
      <div class="stack wide">
        {replacedBy && (
          <Notice
            icon="history"
            first={t.replacedBy({ code: replacedBy })}
            actions={<a href={paths.ideaTrail(replacedBy)}>{replacedBy}</a>}
          />
        )}
        {strands.length > 0 && <Numbers {...props} />}
        <Block id="trail" title={t.trail}>
          {strands.length === 0 ? <Empty first={t.none}>{t.noneThen}</Empty> : <p class="soft">{t.trailLead}</p>}
          <ul class="plain strands">
            {strands.map((strand) => (
              <StrandRow strand={strand} locale={locale} />
            ))}
          </ul>
          {more && (
            <p>
              <a href={more}>{t.more}</a>
            </p>
          )}
        </Block>
        <UnderWay beside={beside} locale={locale} />
      </div>
    </>
  )
}

const Numbers = ({ strands, toCheck, locale }: TrailPageProps) => {
  const t = texts[locale.lang]
  const sum = (of: (strand: Strand) => number) => strands.reduce((all, strand) => all + of(strand), 0)
  const rows = [
    [t.counts.decisions, strands.length],
    [t.counts.inForce, strands.filter(({ standing }) => standing === 'in_force').length],
    [t.counts.tasks, sum(({ tasks }) => tasks.all)],
    [t.counts.done, sum(({ tasks }) => tasks.done)],
    ...(toCheck > 0 ? [[t.counts.check, toCheck]] : []),
  ]
  return (
    <Table
      pairs
      caption={t.numbers}
      columns={[{ label: t.what }, { label: t.number, figure: true }]}
      rows={rows.map(([what, count]) => [what, String(count)])}
    />
  )
}
