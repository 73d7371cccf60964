import { beforeAll, expect, test } from 'vitest'
import { updateTowards } from '#src/documents/content/towards.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { papers } from '../stages/setting.ts'
import { inviteVera, type Text, talking, textWith, words } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const paragraph = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] })

let client = 2 ** 31

/** Tarek writes: afterwards the draft reads so. */
async function rewrite({ id, groupId }: Text, blocks: string[]) {
  const { id: personId, name: personName } = w.people.tarek
  const content = { type: 'doc', content: blocks.map(paragraph) }
  client += 1
  const update = updateTowards(await currentState(w.db, id), content, client)
  expect(await w.ports.rooms.contribute({ documentId: id, groupId, personId, personName, update })).toBe('stored')
}

const [first = '', second = ''] = words
const onSecond = { quote: 'jeder neuen Anlage', before: 'Ein Drittel ', after: ' gehört den' }
const onFirst = { quote: 'neben dem Windrad', before: 'Wer ', after: ' wohnt' }

test('a frozen version shows what is open about its passages, also when the draft has lost them', async () => {
  const text = await textWith(w)
  const { begin, of, post, resolve, page } = talking(w, text)
  const { thread } = await begin('tarek', 'Ein Drittel wovon?', onSecond)
  const settled = await begin('tarek', 'Ist geklärt.', onFirst)
  await begin('tarek', 'Zum Ganzen gesagt.')
  await resolve('tarek', settled.thread)
  expect((await post('swantje', paths.snapshots(w.groups.en, text), { note: '' })).status).toBe(303)
  await rewrite(text, [first, 'Ganz neu gesagt.'])

  const version = async () => (await (await of('gerd'))(paths.snapshot(w.groups.en, text, 1))).text()
  const shown = await version()
  expect(shown).toContain('<mark class="commented">jeder neuen Anlage</mark>')
  expect(shown).toContain(`id="passage-${thread}"`)
  expect(shown).toContain(`href="#passage-${thread}"`)
  expect(shown).toContain('Ein Drittel wovon?')
  expect(shown).not.toContain('Ist geklärt.')
  expect(shown).not.toContain('Zum Ganzen gesagt.')
  expect(await page('gerd')).toContain('Stelle gibt es nicht mehr')

  const back = paths.snapshot(w.groups.en, text, 1)
  const answer = await post('gerd', paths.remarks(w.groups.en, text, { id: thread }), { words: 'Vom Ertrag.', back })
  expect(answer.headers.get('Location')).toBe(back)
  expect(await version()).toContain('Vom Ertrag.')
})

test('what is said about passages that came later is not said about an earlier version', async () => {
  const text = await textWith(w, [first])
  const { begin, of, post } = talking(w, text)
  await post('swantje', paths.snapshots(w.groups.en, text), { note: '' })
  await rewrite(text, words)
  await begin('tarek', 'Erst im Entwurf.', onSecond)
  const shown = await (await (await of('gerd'))(paths.snapshot(w.groups.en, text, 1))).text()
  expect(shown).not.toContain('Erst im Entwurf.')
  expect(shown).toContain('Zu keiner Stelle dieser Fassung ist ein Kommentar offen.')
})

test('a guest reads along at the version, and without being invited to comment cannot answer there', async () => {
  const text = await textWith(w)
  await inviteVera(w, text, false)
  const { begin, of, post } = talking(w, text)
  const { thread } = await begin('tarek', 'Ein Drittel wovon?', onSecond)
  await post('swantje', paths.snapshots(w.groups.en, text), { note: '' })
  const shown = await (await (await of('vera'))(paths.snapshot(w.groups.en, text, 1))).text()
  expect(shown).toContain('Ein Drittel wovon?')
  expect(shown).not.toContain(paths.remarks(w.groups.en, text, { id: thread }))
})

test('a passage that was taken out and put back is found again, by its letters or by its words', async () => {
  const text = await textWith(w)
  const { begin, reading, page } = talking(w, text)
  const { thread } = await begin('tarek', 'Ein Drittel wovon?', onSecond)
  await rewrite(text, [first])
  expect(await reading('gerd')).not.toContain('class="commented"')
  expect(await page('gerd')).toContain('Stelle gibt es nicht mehr')
  await rewrite(text, [first, second])
  expect(await reading('gerd')).toContain('<mark class="commented">jeder neuen Anlage</mark>')
  expect(await page('gerd')).toContain(`#passage-${thread}`)
})

test('two conversations about the same passage are both marked, led to, and ended each by itself', async () => {
  const text = await textWith(w)
  const { begin, reading, resolve } = talking(w, text)
  const one = await begin('tarek', 'Wovon?', onSecond)
  const other = await begin('swantje', 'Wer zählt?', onSecond)
  const both = await reading('gerd')
  for (const { thread } of [one, other]) {
    expect(both.split(`id="passage-${thread}"`)).toHaveLength(2)
    expect(both).toContain(`href="#thread-${thread}"`)
    expect(both).toContain(`id="thread-${thread}"`)
  }
  await resolve('gerd', one.thread)
  const left = await reading('gerd')
  expect(left).not.toContain(`id="passage-${one.thread}"`)
  expect(left).toContain(`id="passage-${other.thread}"`)
})

test('beside an adopted text comments lead to the draft, where their passages are marked', async () => {
  const our = papers(w)
  const { document } = await our.adopted('Wärme im Dorf', first)
  await our.write(document, { type: 'doc', content: words.map(paragraph) })
  const { begin, of, page } = talking(w, document)
  const { thread } = await begin('tarek', 'Ein Drittel wovon?', onSecond)
  const [, href = ''] = new RegExp(`href="([^"#]*)#passage-${thread}"`).exec(await page('gerd')) ?? []
  const draft = await (await (await of('gerd'))(href)).text()
  expect(draft).toContain(`id="passage-${thread}"`)
})
