import { DOMParser } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import { schema } from '../content/codec.ts'
import type { Content } from '../markup.ts'
import { arrange } from './arranging.ts'
import type { Found, ImportedThread } from './converted.ts'
import { Findings } from './findings.ts'
import { readMilestones, type Span } from './spans.ts'
import { tidied } from './tidying.ts'

/** A thread of the file under the name that its milestones have. */
export type NamedThread = Omit<ImportedThread, 'from' | 'to' | 'quote'> & { name: string }

/** What the schema has of this HTML; everything else leaves at most its words. Nothing is fetched or run. */
export function contentOfHtml(html: string, findings = new Findings(), threads: NamedThread[] = []): Found {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const title = arrange(document, findings)
  const parsed = DOMParser.fromSchema(schema).parse(document.body).toJSON() as Content
  const { content, spans } = readMilestones(tidied(parsed))
  const node = threads.length > 0 ? schema.nodeFromJSON(content) : null
  const quoteAt = (from: number, to: number) => node?.textBetween(from, to, ' ', ' ').slice(0, 500) ?? ''
  const placed = threads.map(({ name, ...thread }) => ({ ...thread, ...anchored(spans.get(name), quoteAt) }))
  findings.count('threads', placed.length)
  return { title, content, pictures: findings.pictures, threads: placed, report: findings.report }
}

function anchored({ from, to }: Span = {}, quoteAt: (from: number, to: number) => string) {
  if (from === undefined || to === undefined || from >= to) return { quote: '' }
  return { from, to, quote: quoteAt(from, to) }
}
