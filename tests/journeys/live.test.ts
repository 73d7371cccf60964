import { expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { deciding, everybody, heat } from '../decisions/setting.ts'
import { entryOf } from '../groups/entry.ts'
import { between } from '../referrals/setting.ts'
import { linkInMail, type Stage, stage } from './stage.ts'

const set = stage()

/** What somebody else does, as their browser sends it. */
async function act(person: PersonKey, path: string, form: Record<string, string | string[]> = {}) {
  const browser = await set.w.as(person)
  const response = await browser(path, { form })
  expect([path, response.status]).toEqual([path, 303])
  return response.headers.get('location') ?? ''
}

type Looking = Awaited<ReturnType<Stage['enter']>>

const sees = (page: Looking, part: string, words: string | RegExp) =>
  page.locator(part, { hasText: words }).first().waitFor()

test('what others do appears in every part of the open pages, without a reload', { timeout: 90_000 }, async () => {
  const { w } = set
  const group = await set.enter('swantje', '/groups/en')
  const start = await set.enter('fritjof', '/')
  const circle = await set.enter('henrike', '/groups/kk')
  const loaded = new Set<string>()
  for (const page of [group, start, circle]) page.on('load', () => loaded.add(page.url()))

  // Tasks.
  const fritjof = { personIds: [w.people.fritjof.id] }
  await act('tarek', '/groups/en/tasks', { title: 'Zahlen holen', ...fritjof })
  await sees(group, '#tasks-live', 'Zahlen holen')
  await sees(start, '#duties', 'Zahlen holen')
  await sees(start, '#waiting', 'Eine Sache wartet auf dich')
  await sees(start, '#moving', 'Tarek hat die Aufgabe „Zahlen holen“ aufgeschrieben.')

  // Texts and versions.
  const text = await act('gerd', '/groups/en/documents', { kind: 'position', title: 'Nahwärme', start: 'template' })
  await sees(group, '#texts-live', 'Nahwärme')
  await sees(start, '#groups', '„Nahwärme“')
  await act('gerd', text.replace('/edit', '/snapshots'))
  await sees(start, '#moving', /Gerd hat Fassung\s1 von „Nahwärme“ festgehalten\./)

  // A round, its answers, its result, the decision.
  const en = deciding(w)
  const round = await en.open(await en.propose('tarek', heat))
  await sees(group, '#deciding-live', heat.title)
  await sees(start, '#duties', 'Jetzt antworten')
  for (const person of everybody) await en.answer(person, round, 'consent')
  await sees(group, '#deciding-live', '5 von 5 haben geantwortet')
  const count = await en.count('swantje', round)
  await sees(group, '#deciding-live', 'Eine zweite Person fehlt noch')
  await sees(start, '#duties', 'Ausgezählt, eine zweite Person fehlt noch')
  if (count) await en.finalise('fritjof', round, count)
  await sees(group, '#decision-live', heat.wording)
  await sees(group, '#deciding-live', 'Nichts offen.')

  // A report from a meeting.
  await en.report('swantje')
  await sees(group, '#deciding-live', 'eingetragen von Swantje Kieselbach')
  await sees(start, '#duties', 'Von Swantje Kieselbach eingetragen, eine zweite Person fehlt noch')

  // To the circle and back.
  const referral = await between(w).sendText('Wärme für Tannrode')
  await sees(group, '#circle-live', 'Bitte beschließt den Text als Teil der gemeinsamen Antwort.')
  await sees(start, '#moving', 'Tarek hat „Wärme für Tannrode“ an den Kreis gegeben')
  await sees(circle, '#inbox-live', 'Wärme für Tannrode')
  await between(w).returns(referral, {}, 'ayla')
  await sees(group, '#circle-live', 'Der Kreis bittet um Überarbeitung.')
  await sees(group, '#tasks-live', 'Überarbeiten: Wärme für Tannrode')
  await sees(circle, '#inbox-live', 'Nichts offen.')
  await sees(circle, '#returned-live', 'Wärme für Tannrode')

  // People and what they do.
  await act('swantje', '/groups/en/invitations', { email: 'vincent.ahrsiek@example.org', standing: 'member' })
  await act('vincent', new URL(await linkInMail(set, 'vincent.ahrsiek@example.org')).pathname)
  await sees(group, '#people-live', 'Vincent Ahrsiek')
  await sees(start, '#moving', 'Vincent ist jetzt dabei.')
  const { membership } = await entryOf(w, 'vincent', 'en')
  await act('swantje', `/groups/en/people/${membership.id}/roles`, { role: 'facilitator' })
  await sees(group, '#people-live', 'Moderation')
  expect([...loaded]).toEqual([])
})
