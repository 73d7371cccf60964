import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { keepPicture, pictureBytes } from '#src/documents/attachments/keeping.ts'
import { mostPerDocument, mostPerTenMinutes } from '#src/documents/attachments/limits.ts'
import { pictureIn } from '#src/documents/attachments/picture.ts'
import { attachmentPlaces, attachments } from '#src/documents/attachments/schema.ts'
import { copySnapshotToDraft, createDocument } from '#src/documents/creating.ts'
import type { Content } from '#src/documents/markup.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { between } from '../../referrals/setting.ts'
import { type GroupKey, type World, world } from '../../support/world.ts'
import { hugePng, jpeg, png } from './pictures.ts'

let w: World

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

const image = (attachment: string): Content => ({
  type: 'image',
  attrs: { attachment, width: 3, height: 2, alt: 'Windräder', decorative: false },
})

async function addPaper(group: GroupKey = 'en', by: PersonKey = 'swantje', shown: string[] = []) {
  const content = { type: 'doc', content: [{ type: 'paragraph' }, ...shown.map(image)] }
  const draft = {
    groupId: w.groups[group].id,
    actorId: w.people[by].id,
    kind: 'statement' as const,
    title: 'Energie',
    content,
  }
  return change(w.ports, (tx, record) => createDocument(tx, record, draft))
}

async function keep(document: { id: string; groupId: string }, bytes = png(), id?: string) {
  const judged = pictureIn(bytes)
  if (!judged.ok) throw new Error(judged.code)
  const { picture } = judged
  const kept = { groupId: document.groupId, documentId: document.id, personId: w.people.swantje.id, picture, id }
  return change(w.ports, (tx) => keepPicture(tx, kept))
}

/** A paper of AG Energie in which a picture stands. */
async function illustrated() {
  const id = crypto.randomUUID()
  const document = await addPaper('en', 'swantje', [id])
  await keep(document, png(), id)
  return { document, id }
}

const upload = async (
  person: PersonKey,
  document: { id: string },
  body: Uint8Array<ArrayBuffer> = png(),
  group = 'en',
) => {
  const ask = await w.as(person)
  return ask(`/groups/${group}/documents/${document.id}/attachments`, { method: 'POST', body })
}

const statusOf = async (person: PersonKey, path: string) => (await (await w.as(person))(path)).status

describe('putting a picture into a text', () => {
  test('it is answered with its id and extent, and shown without what the camera wrote along', async () => {
    const document = await addPaper()
    const answer = await upload('tarek', document, jpeg(40, 30, 6))
    const { id, ...extent } = (await answer.json()) as { id: string }
    expect([answer.status, extent]).toEqual([201, { width: 30, height: 40 }])
    const kept = await pictureBytes(w.db, w.groups.en.id, id)
    expect([kept?.type, Buffer.from(kept?.bytes ?? []).includes('GPS')]).toEqual(['image/jpeg', false])
    const [row] = await w.db.select().from(attachments).where(eq(attachments.id, id))
    expect(row).toMatchObject({ personId: w.people.tarek.id, documentId: document.id, groupId: w.groups.en.id })
  })

  test.each<[Uint8Array<ArrayBuffer>, string]>([
    [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not_a_picture'],
    [new Uint8Array(), 'nothing_in_it'],
    [hugePng(9_000, 9_000), 'too_many_pixels'],
    [new Uint8Array(5 * 1024 * 1024 + 1), 'too_large'],
  ])('what is none is refused with its reason', async (body, code) => {
    const answer = await upload('swantje', await addPaper(), body)
    expect([answer.status, await answer.json()]).toEqual([422, { code }])
  })

  test('S-64: what is far too large is not read to its end', async () => {
    expect((await upload('swantje', await addPaper(), new Uint8Array(7 * 1024 * 1024))).status).toBe(413)
  })

  test('a stranger finds no such text, and another group cannot put pictures into it', async () => {
    const document = await addPaper()
    expect((await upload('nele', document)).status).toBe(404)
    expect((await upload('nele', document, png(), 'lw')).status).toBe(404)
  })

  test('a guest reads and does not put anything in', async () => {
    const { document, id } = await illustrated()
    const guest = {
      groupId: w.groups.en.id,
      personId: w.people.vera.id,
      standing: 'guest',
      votes: false,
      endsOn: '2099-12-31',
    } as const
    await w.db.insert(memberships).values(guest)
    expect(await statusOf('vera', `/groups/en/attachments/${id}`)).toBe(404)
    await w.db.insert(documentGuests).values({ documentId: document.id, personId: w.people.vera.id })
    expect(await statusOf('vera', `/groups/en/attachments/${id}`)).toBe(200)
    expect((await upload('vera', document)).status).toBe(403)
  })

  test('there is only so much room in a text, and so much haste for one person', async () => {
    const document = await addPaper()
    const rows = (count: number, personId: string, createdAt: Date) => {
      const facts = {
        groupId: document.groupId,
        documentId: document.id,
        type: 'image/png',
        width: 1,
        height: 1,
      } as const
      return Array.from({ length: count }, () => ({ ...facts, personId, createdAt, size: 1, bytes: new Uint8Array(1) }))
    }
    await w.db.insert(attachments).values(rows(mostPerTenMinutes, w.people.gerd.id, new Date()))
    const hasty = await upload('gerd', document)
    expect([hasty.status, await hasty.json(), hasty.headers.get('Retry-After')]).toEqual([
      429,
      { code: 'too_often' },
      '600',
    ])
    expect((await upload('bjarne', document)).status).toBe(201)
    await w.db.insert(attachments).values(rows(mostPerDocument, w.people.tarek.id, new Date('2026-01-01')))
    const full = await upload('bjarne', document)
    expect([full.status, await full.json()]).toEqual([422, { code: 'text_is_full' }])
  })
})

describe('S-57: how a picture is sent', () => {
  test('as what it is, to be saved and not opened, without anything that could run', async () => {
    const { id } = await illustrated()
    const answer = await (await w.as('tarek'))(`/groups/en/attachments/${id}`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${id}.png"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png())
  })

  test('whoever has it is not sent it twice, and is asked for the right each time', async () => {
    const { id } = await illustrated()
    const ask = await w.as('tarek')
    const ETag = (await ask(`/groups/en/attachments/${id}`)).headers.get('ETag') ?? ''
    const again = { headers: { 'If-None-Match': ETag } }
    expect((await ask(`/groups/en/attachments/${id}`, again)).status).toBe(304)
    expect((await (await w.as('nele'))(`/groups/en/attachments/${id}`, again)).status).toBe(404)
  })
})

describe('who sees a picture', () => {
  test('members of its group, and nobody else', async () => {
    const { id } = await illustrated()
    expect(await statusOf('gerd', `/groups/en/attachments/${id}`)).toBe(200)
    for (const stranger of ['nele', 'piet', 'henrike'] as const)
      expect(await statusOf(stranger, `/groups/en/attachments/${id}`)).toBe(404)
    expect([303, 401]).toContain((await w.anonymous(`/groups/en/attachments/${id}`)).status)
  })

  test('naming the id of another group’s picture in a text does not show it', async () => {
    const { id } = await illustrated()
    const theirs = await addPaper('lw', 'nele', [id])
    const frozen = await between(w).freeze(theirs, 'lw')
    const copy = { snapshot: frozen, groupId: w.groups.lw.id, actorId: w.people.nele.id }
    await change(w.ports, (tx, record) => copySnapshotToDraft(tx, record, copy))
    const page = await (await w.as('nele'))(`/groups/lw/documents/${theirs.id}`)
    expect(await page.text()).toContain(`/groups/lw/attachments/${id}`)
    expect(await statusOf('nele', `/groups/lw/attachments/${id}`)).toBe(404)
    expect(await pictureBytes(w.db, w.groups.lw.id, id)).toBeNull()
  })

  test('a draft that begins as a copy shows the pictures of the original, also to those who may read only the copy', async () => {
    const { document, id } = await illustrated()
    const snapshot = await between(w).freeze(document)
    const wish = { snapshot, groupId: w.groups.en.id, actorId: w.people.swantje.id }
    const copy = await change(w.ports, (tx, record) => copySnapshotToDraft(tx, record, wish))
    await w.db.insert(documentGuests).values({ documentId: copy.id, personId: w.people.vera.id })
    expect(await statusOf('vera', `/groups/en/documents/${document.id}`)).toBe(404)
    expect(await statusOf('vera', `/groups/en/attachments/${id}`)).toBe(200)
  })

  test('the circle sees the pictures of what was sent to it, and of nothing else', async () => {
    const { document, id } = await illustrated()
    const other = await keep(document)
    const snapshot = await between(w).freeze(document)
    expect(await statusOf('kemal', `/groups/kk/attachments/${id}`)).toBe(404)
    const referral = await between(w).send(await between(w).decide(snapshot))
    const page = await (await w.as('kemal'))(`/groups/kk/referrals/${referral.id}/text`)
    expect(await page.text()).toContain(`src="/groups/kk/attachments/${id}"`)
    expect(await statusOf('kemal', `/groups/kk/attachments/${id}`)).toBe(200)
    expect(await statusOf('kemal', `/groups/kk/attachments/${other}`)).toBe(404)
    expect(await statusOf('kemal', `/groups/en/attachments/${id}`)).toBe(404)
    expect(await statusOf('bjarne', `/groups/kk/attachments/${id}`)).toBe(404)
  })

  test('a text that was decided on is open to the alliance with its pictures', async () => {
    const { document, id } = await illustrated()
    const decision = await between(w).decide(await between(w).freeze(document))
    const other = await keep(document)
    const cited = `EN-2026-${String(decision.number).padStart(3, '0')}`
    const page = await (await w.as('nele'))(`/decisions/${cited}/text`)
    expect(await page.text()).toContain(`src="/decisions/${cited}/attachments/${id}"`)
    expect(await statusOf('nele', `/decisions/${cited}/attachments/${id}`)).toBe(200)
    expect(await statusOf('nele', `/decisions/${cited}/attachments/${other}`)).toBe(404)
    expect(await statusOf('vera', `/decisions/${cited}/attachments/${id}`)).toBe(403)
  })
})

describe('frozen versions show their pictures for ever', () => {
  test.each([
    'delete from attachments where id = $1',
    "update attachments set bytes = '\\x00', size = 1 where id = $1",
    'update attachments set document_id = gen_random_uuid() where id = $1',
  ])('the database refuses: %s', async (statement) => {
    const { id } = await illustrated()
    const [before = '', after = ''] = statement.split('$1')
    await expect(w.db.execute(sql`${sql.raw(before)}${id}${sql.raw(after)}`)).rejects.toThrow()
    expect(await pictureBytes(w.db, w.groups.en.id, id)).not.toBeNull()
  })

  test('one that lies about its size is not kept', async () => {
    const { id: documentId, groupId } = await addPaper()
    const facts = { documentId, groupId, personId: w.people.gerd.id, type: 'image/png', width: 1, height: 1 } as const
    await expect(w.db.insert(attachments).values({ ...facts, size: 9, bytes: new Uint8Array(1) })).rejects.toThrow()
    expect(await w.db.$count(attachmentPlaces, eq(attachmentPlaces.documentId, documentId))).toBe(0)
  })
})
