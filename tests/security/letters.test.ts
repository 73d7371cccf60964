import { unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { formats } from '#src/documents/export/outgoing.ts'
import type { Document } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { papers, text } from '../documents/stages/setting.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'

let w: World
let document: Document
let gerd: Browse

/** What no keyboard has and a client of one's own may send all the same. */
const hostile =
  'vor\u0000her \u0008 zurück \u001b[31m rot \ufffe nichts \ud800 halb ]]> <w:p/> &amp; #set text(red) $x$ {{7*7}} Ende'

beforeAll(async () => {
  w = await world({ quiet: true })
  gerd = await w.as('gerd')
  const draft = { groupId: w.groups.en.id, actorId: w.people.gerd.id, kind: 'position', title: 'Anfang' } as const
  document = await change(w.ports, (tx, record) => createDocument(tx, record, { ...draft, content: text('Anfang') }))
  await papers(w).write(document, text('Anfang', hostile))
  const title = 'Titel <&> ]]> #set "quer" \u202e../../etc'
  expect((await gerd(paths.documentTitle(w.groups.en, document), { form: { title } })).status).toBe(303)
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML has no place for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

const filed = async (format: string) => {
  const wish = 'letterhead=on&lines=on&remarks=on&suggestions=on&anyway=on'
  return gerd(`${paths.exportFile(w.groups.en, document)}?format=${format}&${wish}`)
}

test.each(formats)('letters that no document may hold do no harm to a file of the kind %s (S-53)', async (format) => {
  const answer = await filed(format)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
  )
  expect(answer.headers.get('Content-Disposition')).not.toMatch(/%2F|%5C|%00|%E2%80%AE/i)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(bytes.length).toBeGreaterThan(100)
  const parts = format === 'docx' || format === 'odt' ? Object.entries(unzipSync(bytes)) : []
  for (const [name, part] of parts.filter(([name]) => /\.(xml|rels)$/.test(name)))
    expect([name, forbidden.exec(new TextDecoder().decode(part))]).toEqual([name, null])
})

test('and none to any page that shows them', async () => {
  const { en } = w.groups
  const pages = [
    paths.document(en, document),
    paths.documents(en),
    paths.versions(en, document),
    paths.quoting(en, document),
    paths.editDocument(en, document),
  ]
  for (const path of pages) {
    const answer = await gerd(path)
    expect([path, answer.status]).toEqual([path, 200])
    const html = await answer.text()
    expect([path, ['\u0000', '\u202e', '<w:p/>'].filter((sign) => html.includes(sign))]).toEqual([path, []])
  }
})
