import { and, eq, inArray } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { lockGroup } from '../../groups/roles.ts'
import { groups } from '../../groups/schema.ts'
import type { Ports } from '../../ports.ts'
import type { Lang } from '../../web/locale.ts'
import { createDocument } from '../creating.ts'
import type { Content } from '../markup.ts'
import { readDraft } from '../reading.ts'
import { type Document, type DocumentKind, documentKind, documents } from '../schema.ts'
import { english } from './english.ts'
import { german } from './german.ts'

const delivered = { de: german, en: english }

/** Whose template a new text of a kind begins with: the group's own, that of the alliance, or the delivered one. */
export interface TemplateEntry {
  kind: DocumentKind
  from: 'group' | 'alliance' | 'delivered'
  /** The group's own. */
  own: Pick<Document, 'id' | 'editedAt'> | null
}

type Of = Pick<Actor['group'], 'id' | 'kind'>

/** A template is a text of its own, written in the same editor: the group's, and the circle's for everybody. */
async function stored(db: Database, { id }: Of, kinds: readonly DocumentKind[]) {
  const found = await db
    .select({ document: documents, of: groups.kind })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(and(eq(documents.isTemplate, true), inArray(documents.kind, [...kinds])))
  const those = (kind: DocumentKind) => found.filter(({ document }) => document.kind === kind)
  return (kind: DocumentKind) => ({
    own: those(kind).find(({ document }) => document.groupId === id)?.document ?? null,
    alliance: those(kind).find(({ of }) => of === 'circle')?.document ?? null,
  })
}

/** One of each kind. */
export async function templatesFor(db: Database, group: Of): Promise<TemplateEntry[]> {
  const kinds = documentKind.enumValues
  const find = await stored(db, group, kinds)
  return kinds.map((kind) => {
    const { own, alliance } = find(kind)
    return { kind, own, from: own ? 'group' : alliance ? 'alliance' : 'delivered' }
  })
}

/** What a new text of this kind begins with. */
export async function templateContent(ports: Ports, group: Of, kind: DocumentKind, lang: Lang): Promise<Content> {
  const { own, alliance } = (await stored(ports.db, group, [kind]))(kind)
  const chosen = own ?? alliance
  return chosen ? (await readDraft(ports, chosen)).content : delivered[lang][kind]
}

/** What it goes back to: for a group what the alliance begins with, for the circle what was delivered. */
export async function contentBehind(ports: Ports, group: Of, kind: DocumentKind, lang: Lang): Promise<Content> {
  const { alliance } = (await stored(ports.db, group, [kind]))(kind)
  return alliance && group.kind !== 'circle' ? (await readDraft(ports, alliance)).content : delivered[lang][kind]
}

interface Wanted {
  kind: DocumentKind
  title: string
  content: Content
}

/** The group's own template, made of what it has begun with so far. Of two who want it at once both get the same. */
export async function ownTemplate(
  tx: Database,
  record: RecordEvent,
  { group, person }: Actor,
  { kind, title, content }: Wanted,
): Promise<Pick<Document, 'id'>> {
  await lockGroup(tx, group.id)
  const { own } = (await stored(tx, group, [kind]))(kind)
  const draft = { groupId: group.id, actorId: person.id, kind, title, content, isTemplate: true }
  return own ?? createDocument(tx, record, draft)
}
