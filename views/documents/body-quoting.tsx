import type { Content } from '#src/documents/markup.ts'
import { Icon } from '../kit/icon.tsx'
import type { Drawn, QuotingAround } from './body-drawing.ts'

const quotable = ['paragraph', 'heading']

/** In the order of the text, as the server counts them too (`quotableIn`). */
const quotableIn = (node: Content): Content[] =>
  quotable.includes(node.type) ? [node] : (node.content ?? []).flatMap(quotableIn)

const hasWords = ({ content = [] }: Content) => content.some(({ type, text }) => type === 'text' && text?.trim())

// Those who point at a paragraph see a sign beside it. By keyboard and by touch the same is reached on a page of its
// own, where the words stand: hundreds of stops on the way through a text would help nobody.
const Sign = ({ href, label }: { href: string; label: string }) => (
  <span aria-hidden="true">
    <a class="quote-sign" href={href} title={label} aria-label={label} tabindex={-1}>
      <Icon name="text-quote" />
    </a>
  </span>
)

const InWords = ({ href, label }: { href: string; label: string }) => (
  <a class="quote-link" href={href}>
    {label}
  </a>
)

/** What stands at the end of a paragraph for whoever wants to quote it. */
export function quoteLinks(content: Content, quoting: QuotingAround | undefined): (node: Content) => Drawn[] {
  if (!quoting) return () => []
  const { label, inWords, href } = quoting
  const places = new Map(quotableIn(content).map((block, place) => [block, place]))
  const Link = inWords ? InWords : Sign
  return (node) => {
    const place = places.get(node)
    return place === undefined || !hasWords(node) ? [] : [<Link href={href(place)} label={label} />]
  }
}
