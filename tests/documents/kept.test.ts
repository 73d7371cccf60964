import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { documentGuests } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { addText } from './editing/co-editing.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})

const readable = async (who: Browse, ids: string[]) => (await who(paths.keptDocuments(ids))).json()

test('a device learns of which of its copies the right has not ended, and nothing about others (S-88)', async () => {
  const [one, other] = [await addText(w), await addText(w)]
  const [bjarne, nele] = [await w.as('bjarne'), await w.as('nele')]
  const ids = [one.id, other.id, randomUUID()]
  expect((await readable(bjarne, ids)).readable.sort()).toEqual([one.id, other.id].sort())
  expect(await readable(nele, ids)).toEqual({ readable: [] })

  const his = and(eq(memberships.personId, w.people.bjarne.id), eq(memberships.groupId, w.groups.en.id))
  await w.db.update(memberships).set({ endedAt: new Date() }).where(his)
  expect(await readable(bjarne, ids)).toEqual({ readable: [] })
})

test('a guest keeps what the invitation was for', async () => {
  const [one, other] = [await addText(w), await addText(w)]
  const stay = { groupId: w.groups.en.id, personId: w.people.vera.id, standing: 'guest', votes: false } as const
  await w.db.insert(memberships).values({ ...stay, endsOn: '2099-12-31' })
  await w.db.insert(documentGuests).values({ documentId: one.id, personId: w.people.vera.id })
  expect(await readable(await w.as('vera'), [one.id, other.id])).toEqual({ readable: [one.id] })
})

test('what is no id, or a long list of them, is refused', async () => {
  const swantje = await w.as('swantje')
  const many = Array.from({ length: 51 }, () => randomUUID())
  expect([
    (await swantje(paths.keptDocuments(['x'])))?.status,
    (await swantje(paths.keptDocuments(many))).status,
  ]).toEqual([422, 422])
  expect(
    (await w.anonymous(paths.keptDocuments([randomUUID()]), { headers: { Accept: 'application/json' } })).status,
  ).toBe(401)
})
