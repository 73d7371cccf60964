import type { Child } from 'hono/jsx'
import type { GroupLinks, PostHolder } from '#src/groups/links.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { listed } from '../groups/roles.ts'
import { Empty } from '../kit/notice.tsx'
import type { State } from '../kit/states.ts'
import { Status } from '../kit/status.tsx'
import { Table } from '../kit/table.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './lists-texts.ts'
import { drawnCircle, drawnGroup, heightOf } from './pictures/links-layout.ts'
import { inParts, width } from './pictures/measure.ts'

type Props = { circle: Group; links: GroupLinks[]; locale: Locale }

/** "Swantje Kieselbach", with a word where that person does not sit in the circle, or that nobody has the post. */
function holderWords(holders: readonly PostHolder[], locale: Locale): string {
  const t = texts[locale.lang]
  if (holders.length === 0) return t.vacant
  const names = listed(
    locale,
    holders.map(({ name }) => name),
  )
  return holders.some(({ isInCircle }) => isInCircle) ? names : `${names}, ${t.notInCircle}`
}

const Drawing = ({
  links,
  part,
  parts,
  locale,
}: {
  links: GroupLinks[]
  part: number
  parts: number
  locale: Locale
}) => {
  const t = texts[locale.lang]
  const id = `links-${part}`
  const circle = drawnCircle(links.length)
  const said = (entry: GroupLinks) => ({
    group: entry.group.name,
    lead: holderWords(entry.leads, locale),
    delegate: holderWords(entry.delegates, locale),
  })
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${width} ${heightOf(links.length)}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{t.linksPicture({ part, parts })}</title>
      <desc id={`${id}-desc`}>{links.map((entry) => t.linkSaid(said(entry))).join(' ')}</desc>
      <text class="station" x={circle.label.x} y={circle.label.y} text-anchor="end">
        {t.circle}
      </text>
      <rect class="hub" x={circle.x} y={circle.y} width={circle.width} height={circle.height} rx="10" />
      {links.map((entry, place) => {
        const words = said(entry)
        const drawn = drawnGroup(entry, place, {
          lead: `${t.lead}: ${words.lead}`,
          delegate: `${t.delegate}: ${words.delegate}`,
        })
        return (
          <g>
            <text class="name" x={drawn.name.x} y={drawn.name.y}>
              {drawn.name.text}
            </text>
            {drawn.links.map(({ look, label, line }) => (
              <>
                <text class={look === 'held' ? undefined : 'care'} x={label.x} y={label.y}>
                  {label.text}
                </text>
                <line class={`link ${look}`} x1={line.x1} x2={line.x2} y1={line.y} y2={line.y} />
                <circle class={`knot ${look}`} cx={line.x1} cy={line.y} r="5" />
              </>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

const looks: Record<GroupLinks['state'], State> = { double: 'done', one_person: 'open', vacant: 'late' }

const cells = ({ group, leads, delegates, deputies, state }: GroupLinks, locale: Locale): Child[] => {
  const t = texts[locale.lang]
  const standsIn = (post: 'lead' | 'delegate') => {
    const names = deputies.filter(({ role }) => role === `deputy_${post}`).map(({ name }) => name)
    return names.length > 0 ? `, ${t.deputy({ names: listed(locale, names) })}` : ''
  }
  return [
    group.name,
    holderWords(leads, locale) + standsIn('lead'),
    holderWords(delegates, locale) + standsIn('delegate'),
    <Status state={looks[state]} label={t.linkStates[state]} locale={locale} />,
  ]
}

const perPicture = 6

/** How the groups are linked with the circle: drawn, and the same as a table. */
export const LinksPage = ({ circle, links, locale }: Props) => {
  const t = texts[locale.lang]
  const columns = [{ label: t.ofGroup }, { label: t.lead }, { label: t.delegate }, { label: t.link }]
  const parts = inParts(links, perPicture)
  return (
    <>
      <GroupHead locale={locale} group={circle} title={t.linksTitle} lead={t.linksLead} />
      {links.length === 0 ? (
        <Empty first={t.linksNone} />
      ) : (
        <div class="pictured">
          <div class="pictures">
            {parts.map((some, place) => (
              <Drawing links={some} part={place + 1} parts={parts.length} locale={locale} />
            ))}
          </div>
          <Table caption={t.linksCaption} columns={columns} rows={links.map((entry) => cells(entry, locale))} />
        </div>
      )}
      <p class="soft link-line">
        <a href={paths.groups()}>{t.toRegister}</a>
      </p>
    </>
  )
}
