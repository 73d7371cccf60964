import type { MatterWay } from '#src/overview/circle/ways.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from '../lists-texts.ts'
import { width } from './measure.ts'
import { type DrawnWay, drawnWay, heads, heightOf } from './ways-layout.ts'
import { stationName, waitingWords } from './ways-words.ts'

type Props = { ways: MatterWay[]; part: number; parts: number; locale: Locale }

const Track = ({ drawn, isLate }: { drawn: DrawnWay; isLate: boolean }) => (
  <g>
    <text class="name" x={drawn.title.x} y={drawn.title.y}>
      {drawn.title.text}
    </text>
    {drawn.loop && <path class="back" d={drawn.loop} />}
    <line class="link held" x1={drawn.done.x1} x2={drawn.done.x2} y1={drawn.done.y} y2={drawn.done.y} />
    <line class="link vacant" x1={drawn.ahead.x1} x2={drawn.ahead.x2} y1={drawn.ahead.y} y2={drawn.ahead.y} />
    {drawn.stops.map(({ x, y, state }) => (
      <circle class={`stop ${state}`} cx={x} cy={y} r={state === 'now' ? 10 : 6} />
    ))}
    <text class={isLate ? 'late' : undefined} x={drawn.note.x} y={drawn.note.y} text-anchor={drawn.note.anchor}>
      {drawn.note.text}
    </text>
  </g>
)

const noteOf = (way: MatterWay, locale: Locale): string => {
  const t = texts[locale.lang]
  const waiting = waitingWords(way, locale)
  return way.loops > 1 ? `${waiting} · ${t.loops({ loops: way.loops })}` : waiting
}

/** The way of each matter as a line with five stations; the table beside it says the same. */
export const WaysDrawing = ({ ways, part, parts, locale }: Props) => {
  const t = texts[locale.lang]
  const id = `ways-${part}`
  const said = ways.map((way) =>
    t.said({
      title: way.matter.title,
      group: way.matter.from.name,
      station: stationName(way, locale),
      words: noteOf(way, locale),
    }),
  )
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${width} ${heightOf(ways.length)}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{t.waysPicture({ part, parts })}</title>
      <desc id={`${id}-desc`}>{said.join(' ')}</desc>
      {heads(t.stations).map(({ x, y, text }) => (
        <text class="station" x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
      {ways.map((way, place) => (
        <Track
          drawn={drawnWay(way, place, { title: way.matter.title, note: noteOf(way, locale) })}
          isLate={way.isOverdue}
        />
      ))}
    </svg>
  )
}
