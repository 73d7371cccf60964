import { expect, test } from 'vitest'
import type { Checked } from '#src/decisions/chain/checking.ts'
import { Result } from '#views/decisions/verify-result.tsx'

const head = { seq: 3, hash: 'ab'.repeat(32), short: `3:${'ab'.repeat(8)}` }
const number = 'EN-2026-005'
const found = { head, at: new Date('2026-10-20T10:00:00Z'), decision: null, notes: 0 }
const gone = { code: 'decision_without_entry', seq: null, number } as const
const changed = { code: 'fact_changed', seq: 3, number, field: 'wording' } as const

const said: [Checked, string, string][] = [
  [{ state: 'unknown_number' }, 'Diese Nummer gibt es im Beschlussbuch nicht.', 'There is no such number'],
  [{ state: 'unknown_sum' }, 'Diese Prüfsumme gibt es im Beschlussbuch nicht.', 'There is no such checksum'],
  [
    { state: 'without_entry', problem: gone },
    `Der Beschluss ${number} steht in den Tabellen`,
    `Decision ${number} is in`,
  ],
  [{ state: 'other_sum', number, head }, `Im Beschlussbuch steht ${head.short}`, `The register has ${head.short}`],
  [
    { state: 'same', ...found, kind: 'erasure', problem: null },
    'Daten einer Person gelöscht',
    'data of a person were erased',
  ],
  [
    { state: 'same', ...found, kind: 'note', problem: changed },
    'Verändert: der Beschlusstext.',
    'Changed: the wording.',
  ],
]

test.each(said)('whatever the register says to a sheet, it is said in words: %o', async (checked, german, english) => {
  const words = async (lang: 'de' | 'en') =>
    String(await (<Result checked={checked} locale={{ lang, now: new Date() }} />))
  expect(await words('de')).toContain(german)
  expect(await words('en')).toContain(english)
})
