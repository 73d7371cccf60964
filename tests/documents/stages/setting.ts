import { eq } from 'drizzle-orm'
import { matterWith } from '#src/decisions/paper-stage.ts'
import { adoptionsOf } from '#src/decisions/register/adoptions.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { updateTowards } from '#src/documents/content/towards.ts'
import { type MandateEntry, mandatesIn } from '#src/documents/corrections/mandates.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { findDocument, type Paper } from '#src/documents/model.ts'
import { type Document, documents } from '#src/documents/schema.ts'
import { adoptedText } from '#src/documents/stages/adopted.ts'
import { memberships, roleTerms } from '#src/groups/schema.ts'
import { sendings } from '#src/referrals/sending/sent-paper.ts'
import { between } from '../../referrals/setting.ts'
import type { GroupKey, World } from '../../support/world.ts'

export const matterOf = matterWith(sendings)

export const text = (...paragraphs: string[]): Content => ({
  type: 'doc',
  content: paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
})

let lastClient = 5000

/** What happens to texts in these tests, in short. */
export const papers = (w: World) => ({
  ...between(w),

  async stage({ id }: Pick<Document, 'id'>): Promise<string> {
    const [found] = await w.db.select({ stage: documents.stage }).from(documents).where(eq(documents.id, id))
    return found?.stage ?? 'none'
  },

  async paper({ id }: Pick<Document, 'id'>, group: GroupKey = 'en'): Promise<Paper> {
    const found = await findDocument(w.db, w.groups[group].id, id)
    if (!found) throw new Error('no such text')
    return found
  },

  /** As an editor leaves it. */
  async write({ id }: Pick<Document, 'id'>, content: Content, by: PersonKey = 'gerd', group: GroupKey = 'en') {
    const { id: personId, name: personName } = w.people[by]
    const update = updateTowards(await currentState(w.db, id), content, ++lastClient)
    const seat = { documentId: id, groupId: w.groups[group].id, personId, personName }
    if ((await w.ports.rooms.contribute({ ...seat, update })) !== 'stored') throw new Error('was not stored')
  },

  /** The editorial mandates for what is in force. */
  async mandates({ id }: Pick<Document, 'id'>): Promise<MandateEntry[]> {
    return mandatesIn(w.db, id, await adoptedText(w.db, await adoptionsOf(w.db, [id])))
  },

  /** Frozen, decided on, and therefore in force. */
  async adopted(title = 'Energie bleibt im Dorf', words = 'Wer neben dem Windrad wohnt, soll daran verdienen.') {
    const { document, snapshot } = await this.text(title, words)
    return { document, snapshot, decision: await this.decide(snapshot, title) }
  },
})

/** The circle has given somebody the mandate to publish. */
export async function letPublish(w: World, person: PersonKey): Promise<void> {
  const seats = await w.db.select().from(memberships).where(eq(memberships.groupId, w.groups.kk.id))
  const seat = seats.find(({ personId }) => personId === w.people[person].id)
  if (!seat) throw new Error(`${person} does not sit in the circle`)
  const term = { membershipId: seat.id, groupId: seat.groupId, role: 'publisher', startsOn: '2026-01-01' } as const
  await w.db.insert(roleTerms).values(term)
}

/** What a page says, without its tags; no-break spaces are kept. */
export async function said(answer: Response | Promise<Response>): Promise<string> {
  return (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/[ \n]+/g, ' ')
}
