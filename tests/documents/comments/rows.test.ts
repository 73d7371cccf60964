import { beforeAll, expect, test } from 'vitest'
import { updateTowards } from '#src/documents/content/towards.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { comparing, row } from '../comparisons/rows-of-text.ts'
import { talking, textOf } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

test('a conversation about a row leads to the row, and says so when the row is gone', async () => {
  const [one, other] = [row({ statement: 'Sie wollen Dächer.' }), row({ statement: 'Sie wollen Felder.' })]
  const text = await textOf(w, comparing(one, other), 'Nebeneinander')
  const id = String(other.attrs?.row)
  const { begin, reading, page, of } = talking(w, text)
  await begin('tarek', 'Wessen Felder?', { row: id })

  const read = await reading('gerd')
  expect(read).toContain(`href="#row-${id}"`)
  expect(read.split(`id="row-${id}"`)).toHaveLength(2)
  expect(await page('gerd')).toContain(`href="${paths.documentDraft(w.groups.en, text)}#row-${id}"`)
  const rows = await (await (await of('gerd'))(paths.rows(w.groups.en, text))).text()
  expect(rows).toContain('Wessen Felder?')
  expect(rows.split(`id="row-${id}"`)).toHaveLength(2)

  const { id: personId, name: personName } = w.people.tarek
  const update = updateTowards(await currentState(w.db, text.id), comparing(one), 2 ** 31)
  await w.ports.rooms.contribute({ documentId: text.id, groupId: text.groupId, personId, personName, update })
  for (const shown of [await reading('gerd'), await page('gerd')]) {
    expect(shown).toContain('Wessen Felder?')
    expect(shown).not.toContain(`#row-${id}`)
    expect(shown).toContain('Stelle gibt es nicht mehr')
  }
})
