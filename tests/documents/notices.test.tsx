import { expect, test } from 'vitest'
import type { DocumentWay } from '#src/documents/way.ts'
import { ownWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { WayNotices } from '#views/documents/notices.tsx'

const group = { slug: 'en' } as Group
const locale = { lang: 'de', now: new Date('2026-10-05T08:00:00Z') } as const

const notices = (way: Partial<DocumentWay>, changed: number | null = null) =>
  String(
    <WayNotices
      group={group}
      document={{ id: '9' }}
      way={{ ...ownWay(true), ...way }}
      changed={changed}
      locale={locale}
    />,
  )

const decision = { citation: 'EN-2026-004', href: '/decisions/EN-2026-004', snapshotNumber: 4, decidedOn: '2026-09-08' }

test('nothing is said about a draft with which nothing is happening', () => {
  expect(notices({})).toBe('')
})

test('what is being decided is named with its version, and the draft may go on', () => {
  const round = {
    title: 'Wärmenetz',
    href: '/groups/en/rounds/1',
    closesAt: new Date('2026-10-20T22:00:00Z'),
    snapshotId: 's',
    snapshotNumber: 3,
  }
  const said = notices({ openRounds: [round] })
  expect(said).toContain('Über Fassung\u00A03 wird gerade entschieden.')
  expect(said).toContain('Am Entwurf könnt ihr weiterschreiben.')
  expect(said).toContain('href="/groups/en/rounds/1"')
})

test('what is in force is told from what is being written on', () => {
  expect(notices({ decision }, 0)).toContain('So steht sie hier.')
  expect(notices({ decision }, 2)).toContain('Seit der letzten Fassung sind 2\u00A0Absätze anders.')
  expect(notices({ decision }, 2)).toContain('Es gilt Fassung\u00A04, beschlossen am 8.\u00A0September.')
})

test('the reasons of a return stand first, with whom to ask and until when', () => {
  const returned = {
    label: 'W-2026-05',
    href: '/groups/en/referrals/5',
    reasons: [
      { words: 'Wer bezahlt das?', reply: null, passage: '' },
      { words: '<b>Wie viele?</b>', reply: 'Zwölf.', passage: 'Zahlen' },
    ],
    toReplies: null,
    by: null,
    wishedBy: '2026-10-27',
    contact: 'Henrike Talmann',
    statement: '',
  }
  const said = notices({ returned, decision, draft: { href: '/groups/en/documents/10' } })
  expect(said.indexOf('Wer bezahlt das?')).toBeLessThan(said.indexOf('EN-2026-004'))
  expect(said).toContain('&lt;b&gt;Wie viele?')
  expect(said).toContain('Dazu ihr: Zwölf. (Zahlen)')
  expect(said).toContain('bis 27.\u00A0Oktober')
  expect(said).toContain('Fragen beantwortet Henrike Talmann.')
  expect(said).toContain('href="/groups/en/documents/10"')
})

test('what lies with the circle says since when', () => {
  const referral = {
    label: 'W-2026-06',
    href: '/groups/en/referrals/6',
    since: new Date('2026-10-01T10:00:00Z'),
    snapshotNumber: 3,
    state: 'forwarded',
    to: null,
  }
  expect(notices({ referral })).toContain('Fassung\u00A03 liegt als W-2026-06 beim Kreis.')
  expect(notices({ referral })).toContain('vor 4\u00A0Tagen')
})
