import { eq } from 'drizzle-orm'
import { toBase64 } from 'lib0/buffer'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { keepPicture } from '#src/documents/attachments/keeping.ts'
import { pictureIn } from '#src/documents/attachments/picture.ts'
import { documentRemarks } from '#src/documents/comments/schema.ts'
import { documentCorrections, editorialMandates } from '#src/documents/corrections/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { compact } from '#src/documents/editing/compaction.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { editions } from '#src/documents/editions/schema.ts'
import { findDocument } from '#src/documents/model.ts'
import { quotations } from '#src/documents/quotations/schema.ts'
import { rename } from '#src/documents/renaming.ts'
import { documentReviews } from '#src/documents/reviews/schema.ts'
import { type Document, documentCollisions } from '#src/documents/schema.ts'
import { nameDraft } from '#src/documents/versions/naming.ts'
import { paths } from '#src/paths.ts'
import { png } from '../documents/attachments/pictures.ts'
import { inviteVera, talking } from '../documents/comments/setting.ts'
import type { HeadlessEditor } from '../documents/interop/headless-editor.ts'
import { papers, text } from '../documents/stages/setting.ts'
import { instead, proposed } from '../documents/suggestions/proposing.ts'
import type { World } from '../support/world.ts'

/** Stands in what is closed, and in nothing else. */
export const secret = 'Quittenkompott'

const there = <T>(found: T | undefined | null): T => {
  if (found === undefined || found === null) throw new Error('The text is not complete')
  return found
}

/** One of everything that belongs to a text, by its name in addresses. */
export type Parts = Record<
  | 'thread'
  | 'remark'
  | 'suggestion'
  | 'collision'
  | 'point'
  | 'version'
  | 'editor'
  | 'correction'
  | 'review'
  | 'quotation'
  | 'edition',
  string
>

/** As the editor sends it. */
export async function suggest(
  w: World,
  by: PersonKey,
  paper: Pick<Document, 'id'>,
  work: (editor: HeadlessEditor) => void,
): Promise<string> {
  const id = crypto.randomUUID()
  const { update, clients } = proposed(await currentState(w.db, paper.id), work)
  const body = JSON.stringify({ id, update: toBase64(update), clients, version: 0 })
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
  const answer = await (await w.as(by))(paths.suggestions(w.groups.en, paper), { method: 'POST', headers, body })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return id
}

/** What was adopted may be known; what is worked on since, and all that is said about it, is the group's. */
async function closedText(w: World): Promise<{ closed: Document; parts: Parts }> {
  const we = papers(w)
  const { en } = w.groups
  const { document: closed, snapshot } = await we.adopted(
    'Was beschlossen ist',
    'Wer neben dem Windrad wohnt, verdient mit.',
  )
  const [swantje, tarek, gerd] = await Promise.all([w.as('swantje'), w.as('tarek'), w.as('gerd')])
  await we.write(closed, text('Wer neben dem Windrad wohnt, verdient mit.', `Und bekommt ${secret}.`))

  const one = { person: w.people.gerd.id, scope: 'Rechtschreibung', decision: '' }
  await swantje(paths.editors(en, closed), { form: one })
  const [mandate] = await w.db.select().from(editorialMandates)
  await tarek(paths.editorConfirmation(en, closed, there(mandate)), { form: {} })
  await gerd(paths.corrections(en, closed), { form: { note: secret } })
  const [correction] = await w.db.select().from(documentCorrections)
  const begun = { documentId: closed.id, groupId: en.id, number: 1, snapshotId: snapshot.id, until: '2099-01-01' }
  const [review] = await w.db
    .insert(documentReviews)
    .values({ ...begun, note: secret, startedById: w.people.swantje.id })
    .returning()

  const { thread } = await talking(w, closed).begin('tarek', `${secret} bleibt unter uns`, { quote: secret })
  const [remark] = await w.db.select().from(documentRemarks).where(eq(documentRemarks.threadId, thread))
  const suggestion = await suggest(w, 'gerd', closed, instead(secret, `${secret} im Glas`))
  const sentence = { before: secret, mine: `${secret} 1`, theirs: `${secret} 2`, position: {} }
  const [collision] = await w.db
    .insert(documentCollisions)
    .values({ ...sentence, documentId: closed.id, personId: w.people.gerd.id })
    .returning()
  const own = { documentId: closed.id, sourceId: closed.id, quotedById: w.people.gerd.id }
  const [quotation] = await w.db
    .insert(quotations)
    .values({ ...own, words: secret, position: { type: { client: 1, clock: 1 } } })
    .returning()
  await swantje(paths.editions(en, closed), {
    form: { programme: secret, version: '1.0', pasted: `Kap. 1\t${secret} für alle.` },
  })
  const [edition] = await w.db.select().from(editions)
  const naming = await w.actor('swantje', 'en')
  const point = await change(w.ports, (tx, record) => nameDraft(tx, record, closed, naming, `vor dem ${secret}`))
  await change(w.ports, (tx, record) => rename(tx, record, closed, naming, `${secret} für alle`))
  const ids = { collision, correction, edition, editor: mandate, point, quotation, remark, review, version: point }
  const known = Object.entries(ids).map(([name, found]) => [name, there(found).id] as const)
  return { closed, parts: { ...(Object.fromEntries(known) as Parts), thread, suggestion } }
}

const drawn = png(31, 17)

/** A text that a guest may comment, one beside it that is closed to them, and one of another group. */
export async function furnishTexts(w: World) {
  const { closed, parts } = await closedText(w)
  const judged = pictureIn(drawn)
  if (!judged.ok) throw new Error(judged.code)
  const kept = { groupId: w.groups.en.id, documentId: closed.id, personId: w.people.gerd.id, picture: judged.picture }
  const picture = await change(w.ports, (tx) => keepPicture(tx, kept))
  const write = (group: 'en' | 'lw', actorId: string, title: string) =>
    change(w.ports, (tx, record) =>
      createDocument(tx, record, {
        ...{ groupId: w.groups[group].id, actorId, kind: 'position', title },
        content: text('Ein Anfang ist gemacht.'),
      }),
    )
  const open = await write('en', w.people.swantje.id, 'Offen für Vera')
  await inviteVera(w, open, true)
  const elsewhere = await write('lw', w.people.nele.id, 'Boden')
  // Now, and not in the middle of a test that looks for changes.
  await compact(w.ports, closed.id)
  const paper = there(await findDocument(w.db, w.groups.en.id, closed.id))
  return { closed: paper, parts, picture, bytes: judged.picture.bytes, open, elsewhere }
}

export type Texts = Awaited<ReturnType<typeof furnishTexts>>
