import type { Group } from '#src/groups/schema.ts'
import type { Health } from '#src/overview/circle/health.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'

type Props = { health: Health; unfinished: number; circle: Group; locale: Locale }

interface Sign {
  count: number
  words: string
  href: string
}

function signs({ health, unfinished, circle, locale }: Props): Sign[] {
  const t = texts[locale.lang].healthSigns
  const counts = {
    mandates: health.mandates.length,
    posts: health.links.reduce((sum, { vacant }) => sum + vacant.length, 0),
    single: health.links.filter(({ state }) => state === 'one_person').length,
    reports: health.reports.length,
  }
  const links = paths.links(circle)
  return [
    { count: counts.mandates, words: t.mandates(counts.mandates), href: paths.endingMandates(circle) },
    { count: counts.posts, words: t.posts(counts.posts), href: links },
    { count: counts.single, words: t.single(counts.single), href: links },
    { count: counts.reports, words: t.reports(counts.reports), href: paths.missingReports(circle) },
    { count: unfinished, words: t.unfinished(unfinished), href: paths.unfinished(circle) },
  ]
}

/** How the alliance is, in a few numbers; each leads to the list behind it. */
export const HealthBlock = (props: Props) => {
  const { circle, locale } = props
  const t = texts[locale.lang]
  const told = signs(props).filter(({ count }) => count > 0)
  return (
    <Block id="health" title={t.health}>
      {told.length === 0 ? (
        <DoneLine>{t.healthy}</DoneLine>
      ) : (
        <ul class="plain signs">
          {told.map(({ count, words, href }) => (
            <li>
              <a href={href}>
                <b>{count}</b> <span>{words}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="soft link-line">
        <a href={paths.links(circle)}>{t.toLinks}</a>
      </p>
    </Block>
  )
}
