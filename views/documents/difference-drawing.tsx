import type { Content } from '#src/documents/markup.ts'
import type { Compared } from '#src/documents/versions/compared.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Attributes, DifferenceDrawing, Drawn } from './body-drawing.ts'
import type { Marks } from './body-marks.tsx'
import { anchorOf, bearsInside, type Sign, SignLine, signsIn, type Told } from './difference-signs.tsx'
import { type DifferenceTexts, texts } from './difference-texts.ts'

type WordChange = keyof DifferenceTexts['begin']

const wordChangeOf = (node: { marks?: { type: string }[] }, t: DifferenceTexts): WordChange | undefined =>
  node.marks?.map(({ type }) => type).find((type): type is WordChange => Object.hasOwn(t.begin, type))

/** The line and the look, and around the whole run what it is in words, for those who cannot see either. */
const looks = (t: DifferenceTexts): Marks => ({
  reformatted: (children) => <span class="reformatted">{children}</span>,
  deleted: (children) => <del>{children}</del>,
  inserted: (children) => <ins>{children}</ins>,
  moved_here: (children, attrs) => <Moved attrs={attrs} end="here" words={children} t={t} />,
  moved_away: (children, attrs) => <Moved attrs={attrs} end="away" words={children} t={t} />,
})

type MovedProps = { attrs: Attributes; end: 'here' | 'away'; words: Drawn; t: DifferenceTexts }

/** Each end leads to the other. */
const Moved = ({ attrs, end, words, t }: MovedProps) => {
  const place = Number(attrs.place)
  const other = end === 'here' ? 'away' : 'here'
  const label = end === 'here' ? t.movedHere : t.movedAway
  return (
    <span class="moved" data-end={end} id={anchorOf(place, end)}>
      {words}
      <a class="hop" href={`#${anchorOf(place, other)}`} aria-label={label} title={label}>
        {end === 'here' ? '↗' : '↘'}
      </a>
    </span>
  )
}

/** Runs begin and end where their neighbours are something else. */
function endsOf(content: Compared, t: DifferenceTexts): Map<Content, { begins: boolean; ends: boolean }> {
  const ends = new Map<Content, { begins: boolean; ends: boolean }>()
  const visit = (node: Compared) => {
    const parts = node.content ?? []
    for (const [index, part] of parts.entries()) {
      const change = wordChangeOf(part, t)
      const isOther = (beside: Compared | undefined) => !beside || wordChangeOf(beside, t) !== change
      if (change) ends.set(part, { begins: isOther(parts[index - 1]), ends: isOther(parts[index + 1]) })
      visit(part)
    }
  }
  visit(content)
  return ends
}

const frames: Record<string, string> = {
  inserted: 'came',
  deleted: 'gone',
  moved_here: 'came moved-block',
  moved_away: 'gone moved-block',
}

/** A whole block beside its line. */
const Framed = ({ node, sign, children }: { node: Compared; sign: Drawn; children: Drawn }) => (
  <div class={frames[node.change?.kind ?? ''] ?? 'differs'}>
    {sign && <p>{sign}</p>}
    {children}
  </div>
)

const blocks =
  'paragraph heading bulletList orderedList taskList blockquote excerpt table image horizontalRule pageBreak comparison'

const isFramed = (node: Compared, sign: Sign | undefined) =>
  blocks.split(' ').includes(node.type) && (sign !== undefined || Object.hasOwn(frames, node.change?.kind ?? ''))

/** What a difference adds to the drawing of a text. */
export function drawingOf(told: Told, locale: Locale): DifferenceDrawing {
  const t = texts[locale.lang]
  const signs = signsIn(told)
  const ends = endsOf(told.content, t)
  const lineFor = (sign: Sign) => <SignLine sign={sign} told={told} locale={locale} />
  return {
    marks: looks(t),
    lead: (node) => {
      const sign = bearsInside(node) ? signs.get(node) : undefined
      return sign ? <p>{lineFor(sign)}</p> : null
    },
    frame: (node, drawn) => {
      const sign = signs.get(node)
      if (isFramed(node, sign))
        return (
          <Framed node={node} sign={sign && !bearsInside(node) && lineFor(sign)}>
            {drawn}
          </Framed>
        )
      const change = wordChangeOf(node, t)
      const at = ends.get(node)
      if (!change || !at) return drawn
      return (
        <>
          {at.begins && <span class="vh">{t.begin[change]}</span>}
          {node.type === 'text' ? drawn : looks(t)[change]?.(drawn, attrsOf(node, change))}
          {at.ends && <span class="vh">{t.end}</span>}
        </>
      )
    },
  }
}

const attrsOf = (node: Compared, change: string): Attributes =>
  node.marks?.find(({ type }) => type === change)?.attrs ?? {}
