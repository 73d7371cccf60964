import { eq } from 'drizzle-orm'
import { contentOf } from '../../documents/content/codec.ts'
import { updateTowards } from '../../documents/content/towards.ts'
import type { Content } from '../../documents/markup.ts'
import { documentAuthors, documentStates, documents } from '../../documents/schema.ts'
import { firstPatchClient } from '../../documents/suggestions/judging.ts'
import { describe } from '../../documents/suggestions/readable.ts'
import { suggestionClients, suggestions } from '../../documents/suggestions/schema.ts'
import type { PersonKey } from '../cast.ts'
import type { Papers } from './papers.ts'
import type { Scene } from './scene.ts'

interface Proposed {
  by: PersonKey
  instead: [before: string, after: string]
  clock: string
}

/** What others would change about Bjarne's draft. */
const proposals: Proposed[] = [
  { by: 'swantje', instead: ['vierzig Häuser', 'zweiundvierzig Häuser'], clock: '18:20' },
  { by: 'gerd', instead: ['zu groß geplant', 'für zu viele Häuser geplant'], clock: '19:05' },
  { by: 'gerd', instead: ['alt war', 'ersetzt werden musste'], clock: '19:11' },
]

const replaced = (node: Content, [before, after]: Proposed['instead']): Content => ({
  ...node,
  ...(node.text !== undefined && { text: node.text.replace(before, after) }),
  ...(node.content && { content: node.content.map((child) => replaced(child, [before, after])) }),
})

/** Suggestions that wait for a decision. */
export async function proposeChanges({ db, person, ago, note }: Scene, { localHeat: { id } }: Papers): Promise<void> {
  const [stored] = await db.select().from(documentStates).where(eq(documentStates.documentId, id))
  const [{ title } = { title: '' }] = await db.select().from(documents).where(eq(documents.id, id))
  const state = stored?.bytes ?? new Uint8Array([0, 0])
  for (const [index, { by, instead, clock }] of proposals.entries()) {
    const clientId = firstPatchClient + 1 + index
    const update = updateTowards(state, replaced(contentOf(state), instead), clientId)
    const [authorId, at, suggestionId] = [person(by), ago(2, clock), crypto.randomUUID()]
    const times = { createdAt: at, changedAt: at }
    await db.insert(documentAuthors).values({ documentId: id, clientId, personId: authorId, boundAt: at })
    await db
      .insert(suggestions)
      .values({ id: suggestionId, documentId: id, authorId, update, ...times, ...describe(state, update) })
    await db.insert(suggestionClients).values({ documentId: id, clientId, suggestionId })
    if (index < 2) note({ kind: 'suggestion.made', group: 'en', by, subjectId: id, facts: { title }, at })
  }
}
