import type { Database } from '../../db/database.ts'
import { ideasOf } from '../../groups/ideas.ts'
import { groups } from '../../groups/schema.ts'

/** What the signs in a row mean, beside them, for whoever reads it and never stored. */
export interface Named {
  ideas: Record<string, string>
  groups: Record<string, string>
}

interface Node {
  type: string
  attrs?: Record<string, unknown>
  content?: Node[]
}

const hasRows = ({ type, content = [] }: Node): boolean => type === 'comparisonRow' || content.some(hasRows)

async function namesIn(db: Database): Promise<Named> {
  const [ideas, known] = await Promise.all([
    ideasOf(db),
    db.select({ slug: groups.slug, name: groups.name }).from(groups),
  ])
  return {
    ideas: Object.fromEntries(ideas.map(({ code, title }) => [code, title])),
    groups: Object.fromEntries(known.map(({ slug, name }) => [slug, name])),
  }
}

function labelled<Part extends Node>(node: Part, named: Named): Part {
  if (node.type === 'comparisonRow') return { ...node, attrs: { ...node.attrs, named } }
  return { ...node, ...(node.content && { content: node.content.map((child) => labelled(child, named)) }) }
}

/** For pages on which a text only stands to be read: guiding ideas and groups by name, and not by their signs. */
export const withNames = async <Part extends Node>(db: Database, content: Part): Promise<Part> =>
  hasRows(content) ? labelled(content, await namesIn(db)) : content

/** The same for a frozen version. */
export const withNamedRows = async <Text extends { content: Record<string, unknown> }>(
  db: Database,
  text: Text,
): Promise<Text> => ({ ...text, content: await withNames(db, text.content as Node & Record<string, unknown>) })
