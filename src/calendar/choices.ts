import { and, desc, eq, ne, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { type Document, documents } from '../documents/schema.ts'
import type { Actor } from '../groups/actor.ts'
import { type Group, groups } from '../groups/schema.ts'
import { type Refused, refused } from '../web/form.ts'
import type { DeadlineEntry } from './deadlines.ts'
import type { DeadlineInput } from './forms.ts'
import type { DeadlineDraft } from './keeping.ts'

/** What a form about a deadline offers to choose from. */
export interface DeadlineChoices {
  /** Who can see to it; in a working group nobody else but itself. */
  groups: Pick<Group, 'id' | 'name'>[]
  /** Texts of the group in which one is. */
  papers: Pick<Document, 'id' | 'title'>[]
}

const papersOffered = 100

const ofGroup = (groupId: string) => and(eq(documents.groupId, groupId), eq(documents.isTemplate, false))

const papersIn = (db: Database, groupId: string) =>
  db
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(and(ofGroup(groupId), ne(documents.stage, 'archived')))
    .orderBy(desc(documents.editedAt), desc(documents.id))
    .limit(papersOffered)

const groupsAtWork = (db: Database) =>
  db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(or(eq(groups.state, 'active'), eq(groups.kind, 'circle')))
    .orderBy(byName(groups.name))

export async function deadlineChoices(db: Database, { group }: Actor): Promise<DeadlineChoices> {
  const [offered, papers] = await Promise.all([
    group.kind === 'circle' ? groupsAtWork(db) : [group],
    papersIn(db, group.id),
  ])
  return { groups: offered, papers }
}

const isTextOf = async (db: Database, groupId: string, id: string): Promise<boolean> =>
  (await db.$count(documents, and(ofGroup(groupId), eq(documents.id, id)))) > 0

const canSeeToIt = async (db: Database, id: string): Promise<boolean> =>
  (await groupsAtWork(db)).some((group) => group.id === id)

/** Where the circle writes down what a group sees to, the group's choice of a text stays. */
const keptPaper = (groupId: string, before: DeadlineEntry | null) =>
  before?.groupId === groupId ? before.documentId : null

interface Judging {
  today: string
  before: DeadlineEntry | null
}

/** Well-formed is not enough: the group must be at work, the text its own, and the day still to come. */
export async function judgedDraft(
  db: Database,
  { group }: Actor,
  input: DeadlineInput,
  { today, before }: Judging,
): Promise<{ ok: true; draft: DeadlineDraft } | Refused> {
  const { title, kind, counterpart = '', dueOn, documentId } = input
  const groupId = group.kind === 'circle' ? (input.groupId ?? '') : group.id
  if (!groupId) return refused(input, 'groupId', 'missing')
  const isHere = groupId === group.id
  const isKnown = isHere || groupId === before?.groupId || (await canSeeToIt(db, groupId))
  if (!isKnown) return refused(input, 'groupId', 'not_a_group')
  if (dueOn < today && dueOn !== before?.dueOn) return refused(input, 'dueOn', 'past')
  if (documentId && !isHere) return refused(input, 'documentId', 'elsewhere')
  if (documentId && !(await isTextOf(db, groupId, documentId))) return refused(input, 'documentId', 'not_a_text')
  const paper = isHere ? (documentId ?? null) : keptPaper(groupId, before)
  return { ok: true, draft: { ...{ title, kind, counterpart, dueOn, groupId }, documentId: paper } }
}
