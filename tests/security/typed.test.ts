import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentRemarks } from '#src/documents/comments/schema.ts'
import { sampleWorld } from '../overview/sample-world.ts'
import type { Browse } from '../support/browse.ts'
import { crawl } from './crawl.ts'
import { dump } from './dump.ts'
import { asForm, type Found, formsOn } from './forms.ts'

let w: Awaited<ReturnType<typeof sampleWorld>>
const browsers: Record<string, Browse> = {}
const forms: Record<string, Found[]> = {}

const people = ['swantje', 'henrike', 'tarek'] as const satisfies PersonKey[]

/** Leaving would take the person away who tries the rest. */
const isHarmless = ({ action }: Found) => !/sign-out|sessions|departure|\/end$|\/language$/.test(action)

/** Forms that differ in nothing but the thing they are about are tried once. */
const shapeOf = ({ action, values }: Found) =>
  [action, ...Object.keys(values)]
    .join(' ')
    .replace(/[0-9a-f-]{36}/g, ':id')
    .replace(/\/groups\/[a-z]+/, '/groups/:group')
    .replace(/[A-Z]{2}(-[A-Z])?-\d+(-\d+)?/g, ':number')

function ofEachShape(found: Found[], known: Set<string>): Found[] {
  return found.filter((form) => {
    const shape = shapeOf(form)
    return !known.has(shape) && known.add(shape)
  })
}

beforeAll(async () => {
  const known = new Set<string>()
  w = await sampleWorld({ quiet: true })
  for (const person of people) {
    const browse = await w.as(person)
    browsers[person] = browse
    forms[person] = ofEachShape(formsOn(await crawl(browse, '/')).filter(isHarmless), known)
  }
}, 300_000)

/** What a file of its own makes multipart, as the form says. */
const asSent = (form: Found, changed: Record<string, string>) => ({
  ...asForm(form, changed),
  ...(form.multipart ? { file: new File(['Text'], 'text.md', { type: 'text/markdown' }) } : {}),
})

const hostile: [string, string][] = [
  ['NUL', 'a\u0000b'],
  ['half a pair', 'a\ud800'],
  ['the other half', '\udfffb'],
  ['direction controls', '\u202eevil\u2066'],
  ['control characters', 'a\u0007\u001b[31m\u009b'],
  ['nothing but invisible letters', '\u200b\u2060\ufeff'],
  ['a year before all years', '0000-01-01'],
  ['a day that never was', '2026-02-30'],
  ['a year after all years', '9999-12-31'],
  ['a further year', '+275760-09-13'],
  ['a long word', 'x'.repeat(100_000)],
  ['SQL', "'; drop table people; --"],
  ['markup', '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'],
  ['a template', '{{7*7}}<%= 7 %>'],
  ['a large number', '9'.repeat(400)],
  ['an id of nothing', '00000000-0000-4000-8000-000000000000'],
]

interface Tried {
  action: string
  name: string
  status: number
}

/** Some hundred answers, one after the other. */
const patience = { timeout: 300_000 }

/** The same value in each of these fields, one after the other. */
async function tryIn(fields: (form: Found) => string[], value: string): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const person of people) {
    for (const form of forms[person] ?? []) {
      for (const name of fields(form)) {
        const answer = await browsers[person]?.(form.action, { form: asSent(form, { [name]: value }) })
        tried.push({ action: form.action, name, status: answer?.status ?? 0 })
      }
    }
  }
  return tried
}

/** Where a form leads back to is replaced instead, see `own-path.ts`; all else that is no choice is refused. */
test('what nobody offered is refused, and nothing is written (S-47)', patience, async () => {
  const before = await dump(w.db)
  const tried = await tryIn(({ chosen }) => chosen.filter((name) => name !== 'back'), 'something else')
  expect(tried.filter(({ status }) => status !== 422)).toEqual([])
  expect(await dump(w.db)).toEqual(before)
})

/** Nobody says so much in five minutes; here some time goes by between one kind of words and the next. */
beforeEach(() =>
  w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.update(documentRemarks).set({ createdAt: sql`${documentRemarks.createdAt} - interval '10 minutes'` })
  }),
)

test.each(hostile)('%s in a field is cleaned or refused (S-53)', patience, async (_what, value) => {
  const tried = await tryIn(({ typed }) => typed, value)
  expect(tried.length).toBeGreaterThan(60)
  expect(tried.filter(({ status }) => ![200, 303, 403, 404, 422].includes(status))).toEqual([])
})

test('forms were found', () => {
  const known = Object.values(forms).flat()
  const fields = new Set(known.flatMap(({ typed }) => typed))
  expect([known.length > 25, fields.size > 20]).toEqual([true, true])
})

test.each([
  'a\u0000b.docx',
  'a\ud800.md',
  '\u202efdp.docx',
  '../../etc/passwd.md',
  'a"; filename="b.docx',
  `${'x'.repeat(5_000)}.docx`,
  '.docx',
  '',
])('a file named %j is read or refused (S-53)', async (name) => {
  const file = new File(['# Wärme'], name, { type: 'text/markdown' })
  const answer = await browsers.swantje?.('/groups/en/documents', { form: { kind: 'position', start: 'file', file } })
  expect([303, 422]).toContain(answer?.status)
})

test.each(['%00', '%ED%A0%80', '%FF', '%E2%80%AE', '%0d%0aSet-Cookie:x=1', '..%2f..%2fetc', '%5c', '%F0%9F%98%80'])(
  '%s in an address finds nothing (S-53)',
  async (written) => {
    const places = ['/', '/groups/', '/groups/en/', '/groups/en/tasks/', '/decisions/', '/sign-in/', '/invitations/']
    for (const place of places) {
      const answer = await browsers.swantje?.(place + written)
      expect([place, answer?.status]).toEqual([place, 404])
      expect(answer?.headers.get('Set-Cookie')).toBeNull()
    }
  },
)
