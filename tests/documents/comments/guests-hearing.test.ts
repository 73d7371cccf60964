import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { memberships } from '#src/groups/schema.ts'
import { type World, world } from '../../support/world.ts'
import { inviteVera, talking, textWith } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

/** What comes in to a page of this person, by name. */
async function listening(person: 'vera' | 'gerd') {
  const answer = await (await w.as(person))('/stream')
  const reader = answer.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const heard: string[] = []
  const decoder = new TextDecoder()
  void (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      heard.push(...[...decoder.decode(piece.value).matchAll(/^event: (.+)$/gm)].map(([, name]) => name ?? ''))
  })()
  onTestFinished(() => reader.cancel())
  return heard
}

test('a guest hears at once that somebody commented the text that they were invited to, and of nothing else', async () => {
  const [theirs, secret] = [await textWith(w, undefined, 'Für Gäste'), await textWith(w, undefined, 'Intern')]
  await inviteVera(w, theirs, true)
  const heard = await listening('vera')
  const member = await listening('gerd')
  await talking(w, secret).begin('tarek', 'Unter uns.')
  await w.ports.bus.publish([{ id: null, groupId: w.groups.en.id, name: 'rounds' }])
  await talking(w, theirs).begin('tarek', 'Für alle.')
  await expect.poll(() => member, { timeout: 20_000 }).toContain(`comment-${theirs.id}`)
  await expect.poll(() => heard, { timeout: 20_000 }).toContain(`comment-${theirs.id}`)
  expect(member).toContain(`comment-${secret.id}`)
  const names = ['document', 'comment', 'suggestion'].map((noun) => `${noun}-${theirs.id}`)
  expect(heard.filter((name) => !names.includes(name))).toEqual([])
})

test('whose stay is over hears nothing any more', async () => {
  const text = await textWith(w, undefined, 'Vorbei')
  await inviteVera(w, text, true)
  const hers = and(eq(memberships.personId, w.people.vera.id), eq(memberships.groupId, w.groups.en.id))
  await w.db.update(memberships).set({ endsOn: '2020-01-01' }).where(hers)
  const heard = await listening('vera')
  const member = await listening('gerd')
  await talking(w, text).begin('tarek', 'Noch da?')
  await expect.poll(() => member, { timeout: 20_000 }).toContain(`comment-${text.id}`)
  expect(heard).toEqual([])
})
