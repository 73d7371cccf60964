import { eq } from 'drizzle-orm'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentRemarks, documentThreads, remarkMentions } from '#src/documents/comments/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import type { Content } from '#src/documents/markup.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import type { World } from '../../support/world.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

export const words = [
  'Wer neben dem Windrad wohnt, soll daran verdienen.',
  'Ein Drittel jeder neuen Anlage gehört den Menschen im Umkreis.',
]

export type Text = { id: string; groupId: string; title: string }

/** A text with words of AG Energie beside which people talk. */
export const textWith = (w: World, blocks: string[] = words, title = 'Energie bleibt im Dorf'): Promise<Text> =>
  textOf(w, { type: 'doc', content: blocks.map(paragraph) }, title)

export function textOf(w: World, content: Content, title: string): Promise<Text> {
  const of = { groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'position' as const, title, content }
  return change(w.ports, (tx, record) => createDocument(tx, record, of))
}

/** Vera belongs to AG Energie as a guest and reads this text. */
export async function inviteVera(w: World, { id }: Text, mayComment: boolean) {
  const guest = {
    groupId: w.groups.en.id,
    personId: w.people.vera.id,
    standing: 'guest',
    endsOn: '2099-12-31',
  } as const
  await w.db
    .insert(memberships)
    .values({ ...guest, votes: false })
    .onConflictDoNothing()
  await w.db.insert(documentGuests).values({ documentId: id, personId: w.people.vera.id, mayComment })
}

type Fields = Record<string, string>

/** What one does beside a text, as a browser sends it. */
export function talking(w: World, text: Text) {
  const browsers = new Map<PersonKey, Promise<Browse>>()
  const of = async (person: PersonKey) => {
    const browse = browsers.get(person) ?? w.as(person)
    browsers.set(person, browse)
    return browse
  }
  const { en } = w.groups
  const post = async (person: PersonKey, path: string, form: Fields, json = false) =>
    (await of(person))(path, { form, ...(json && { headers: { Accept: 'application/json' } }) })
  const threads = () => w.db.select().from(documentThreads).where(eq(documentThreads.documentId, text.id))
  const begin = async (person: PersonKey, said: string, about: Fields = {}) => {
    const answer = await post(person, paths.threads(en, text), { words: said, ...about }, true)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { thread: string }
  }
  return {
    of,
    post,
    threads,
    begin,
    remarks: () => w.db.select().from(documentRemarks),
    mentions: (personId: string) => w.db.select().from(remarkMentions).where(eq(remarkMentions.personId, personId)),
    beginning: (person: PersonKey, form: Fields, json = false) => post(person, paths.threads(en, text), form, json),
    reply: (person: PersonKey, thread: string, form: Fields, json = false) =>
      post(person, paths.remarks(en, text, { id: thread }), form, json),
    resolve: (person: PersonKey, thread: string) => post(person, paths.threadResolution(en, text, { id: thread }), {}),
    reopen: (person: PersonKey, thread: string) => post(person, paths.threadReopening(en, text, { id: thread }), {}),
    change: (person: PersonKey, remark: string, said: string) =>
      post(person, paths.remark(en, text, { id: remark }), { words: said }),
    remove: (person: PersonKey, remark: string) => post(person, paths.remarkDeletion(en, text, { id: remark }), {}),
    read: (person: PersonKey, remark: string) => post(person, paths.mentionReading(en, text, { id: remark }), {}),
    page: async (person: PersonKey, filter: Record<string, string> = {}) => {
      const answer = await (await of(person))(paths.comments(en, text, filter))
      return answer.text()
    },
    reading: async (person: PersonKey) => (await (await of(person))(paths.document(en, text))).text(),
  }
}
