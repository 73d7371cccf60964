import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Content } from '#src/documents/markup.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Sign } from './authorship-signs.ts'
import { DocumentBody } from './body.tsx'
import type { Around, ComparisonAround, DifferenceDrawing, PictureAddress, QuotingAround } from './body-drawing.ts'
import type { Marks } from './body-marks.tsx'
import { headingsOf } from './headings.ts'
import { Outline } from './outline.tsx'

type HeadProps = { content: Record<string, unknown>; over: Child; title: Child; meta: Child }

/** A picture alone is something to look at. */
export const isBlank = ({ content = [] }: Content): boolean =>
  content.every((block) => block.type === 'paragraph' && (block.content ?? []).length === 0)

const hasOutline = (content: Record<string, unknown>) => headingsOf(content).size > 1

/** Whatever belongs to a text keeps to its column, beside which the outline stands where there is room. */
export const InColumn = ({ content, children }: PropsWithChildren<{ content: Record<string, unknown> }>) => (
  <div class={hasOutline(content) ? 'stack wide reading-head' : 'stack wide'}>{children}</div>
)

/** Head of a text: where it belongs, its title in the voice of the alliance, where it stands. */
export const PaperHead = ({ content, over, title, meta, children }: PropsWithChildren<HeadProps>) => (
  <header class={hasOutline(content) ? 'head reading-head' : 'head'}>
    <p class="over">{over}</p>
    <h1 class="doc-title" tabindex={-1}>
      {title}
    </h1>
    <p class="meta">{meta}</p>
    {children}
  </header>
)

type ReadingProps = {
  content: Record<string, unknown>
  pictures: PictureAddress
  sourceOf?: Around['sourceOf']
  signs?: Sign[]
  comparison?: ComparisonAround
  laid?: Marks
  difference?: DifferenceDrawing
  quoting?: QuotingAround
  locale: Locale
}

/** The text with its outline beside it. */
export const Reading = ({ content, locale, ...shown }: ReadingProps) => (
  <div class="reading">
    <Outline content={content} locale={locale} />
    <DocumentBody content={content} locale={locale} {...shown} />
  </div>
)
