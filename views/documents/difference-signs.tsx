import type { Compared } from '#src/documents/versions/compared.ts'
import type { CreditsOf } from '#src/documents/versions/credits.ts'
import type { Difference } from '#src/documents/versions/difference.ts'
import type { Place } from '#src/documents/versions/places.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './difference-texts.ts'
import { creditOf, detailsIn, headOf } from './difference-words.ts'

export type Told = Pick<Difference, 'content' | 'places'> & { creditsOf: CreditsOf }

/** Where a place is jumped to; one that was moved has two ends. */
export const anchorOf = (place: number, end?: 'here' | 'away') =>
  end === 'away' ? `change-${place}-from` : `change-${place}`

/** Says in front of a place what is other there, and leads on to the next one. */
export interface Sign {
  place: Place
  end: 'here' | 'away' | undefined
  previous: number | undefined
  next: number | undefined
}

const inItself = [
  'listItem',
  'taskItem',
  'tableCell',
  'tableHeader',
  'rowStatement',
  'rowPosition',
  'rowDemand',
  'rowPlace',
]
const inItsFirst = ['tableRow', 'comparisonRow']

/** Which node bears which sign: rows of a table have no room for words of their own, their first cells have. */
export function signsIn({ content, places }: Told): Map<Compared, Sign> {
  const signs = new Map<Compared, Sign>()
  const told = new Set<string>()
  const byNumber = new Map(places.map((place, index) => [place.number, { place, index }]))
  const visit = (node: Compared) => {
    const found = node.place === undefined ? undefined : byNumber.get(node.place)
    const end = endOf(node)
    const key = `${node.place} ${end}`
    if (found && !told.has(key)) {
      told.add(key)
      const { place, index } = found
      signs.set(bearerOf(node), { place, end, previous: places[index - 1]?.number, next: places[index + 1]?.number })
    }
    for (const child of node.content ?? []) visit(child)
  }
  visit(content)
  return signs
}

const endOf = ({ change }: Compared) =>
  change?.kind === 'moved_here' ? 'here' : change?.kind === 'moved_away' ? 'away' : undefined

const bearerOf = (node: Compared): Compared => (inItsFirst.includes(node.type) ? (node.content?.[0] ?? node) : node)

/** The sign stands inside of it; before everything else it stands in front. */
export const bearsInside = ({ type }: { type: string }) => inItself.includes(type)

export const SignLine = ({ sign, told, locale }: { sign: Sign; told: Told; locale: Locale }) => {
  const t = texts[locale.lang]
  const { place, end, previous, next } = sign
  const more = [...detailsIn(locale, place), creditOf(locale, told.creditsOf(place))].filter(Boolean)
  return (
    <span class="sign" id={anchorOf(place.number, end)} tabindex={-1} data-place={place.number}>
      <b>{headOf(t, place, end)}</b>
      {more.length > 0 && ` · ${more.join(' · ')}`}
      {end === 'here' && <Hop to={anchorOf(place.number, 'away')} label={t.toOld} sign="↗" />}
      {end === 'away' && <Hop to={anchorOf(place.number)} label={t.toNew} sign="↘" />}
      {previous !== undefined && <Hop to={anchorOf(previous)} label={t.previous} sign="↑" />}
      {next !== undefined && <Hop to={anchorOf(next)} label={t.next} sign="↓" />}
    </span>
  )
}

const Hop = ({ to, label, sign }: { to: string; label: string; sign: string }) => (
  <>
    {' '}
    <a class="hop" href={`#${to}`} aria-label={label} title={label}>
      {sign}
    </a>
  </>
)
