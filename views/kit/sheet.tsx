import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Fact, Facts } from './facts.tsx'

/** A number like a shelf mark, as in EN-2026-004; never broken over two lines. */
export const ShelfMark = ({ number, href }: { number: string; href?: string }) =>
  href ? (
    <a class="number" href={href}>
      {number}
    </a>
  ) : (
    <span class="number">{number}</span>
  )

const numbers = /((?:[A-Z]{2}|W)-\d{4}-\d{2,3})/

/** A sentence in which numbers stand: none of them is broken over two lines either. */
export const WithNumbers = ({ words }: { words: string }) => (
  <>{words.split(numbers).map((part, index) => (index % 2 === 1 ? <span class="nowrap">{part}</span> : part))}</>
)

/** Words that the alliance wrote or decided, in serif, paragraphs kept. */
export const Wording = ({ text }: { text: string }) => (
  <div class="wortlaut">
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
)

/** What was written or decided. Never a sheet inside a sheet. */
export const Sheet = ({ id, children }: PropsWithChildren<{ id?: string }>) => (
  <div class="sheet" id={id}>
    {children}
  </div>
)

type DecisionProps = {
  number: string
  href?: string
  status: Child
  date?: Child
  wording: string
  facts?: Fact[]
  /** Superseded or annulled: a grey rule instead of the petrol one. */
  past?: boolean
}

/** A decision: number, state, date, wording, facts. */
export const DecisionCard = (props: PropsWithChildren<DecisionProps>) => (
  <article class={props.past ? 'sheet decision past' : 'sheet decision'}>
    <header>
      <ShelfMark number={props.number} href={props.href} />
      {props.status}
      {props.date && <span class="soft">{props.date}</span>}
    </header>
    <Wording text={props.wording} />
    {props.facts && <Facts facts={props.facts} />}
    {props.children}
  </article>
)
