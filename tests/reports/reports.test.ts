import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { Actor } from '#src/groups/actor.ts'
import { mandates } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { allReports, groupsWithoutReport, lastReports, reportsSince } from '#src/reports/model.ts'
import { mayReadReports, mayReport } from '#src/reports/policy.ts'
import { prefilled } from '#src/reports/prefilled.ts'
import { type Report, reports } from '#src/reports/schema.ts'
import { giveReport, toldUntil } from '#src/reports/writing.ts'
import { addTask } from '#src/tasks/adding.ts'
import { addDays, addMonths, dayOf } from '#src/web/days.ts'
import { deciding } from '../decisions/setting.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const today = dayOf(new Date())
const lines = { achieved: 'Die Karte ist fertig.', stuck: '', needed: 'Zwei Menschen für den Stand.' }

const tells = async (person: 'swantje' | 'ole', group: 'en' | 'mo', now?: Date) => {
  const actor = await w.actor(person, group)
  return change(w.ports, (tx, record) => giveReport(tx, record, actor, lines, now))
}

/** As if the group had its mandate since then. */
const mandatedSince = (group: 'en' | 'mo', validFrom: string) =>
  w.db.transaction(async (tx) => {
    await tx.execute('set local session_replication_role = replica')
    await tx.update(mandates).set({ validFrom }).where(eq(mandates.groupId, w.groups[group].id))
  })

describe('what a report begins with', () => {
  test('is what the records say since the last one, kept as it stood', async () => {
    const en = deciding(w)
    const decision = await en.confirm('gerd', await en.report('swantje'))
    await mandatedSince('en', '2026-09-01')
    const since = await toldUntil(w.db, { group: w.groups.en })
    expect(since).toBe('2026-09-01')
    await change(w.ports, (tx, record) =>
      addTask(tx, record, { groupId: w.groups.en.id, title: 'Saal', personIds: [], actorId: w.people.swantje.id }),
    )
    const before = await prefilled(w.db, w.groups.en.id, since)
    expect(before.numbers).toEqual({ decisions: 1, tasksDone: 0, tasksOpen: 1, referralsOpen: 0, drafts: 0 })
    expect(before.decided[0]?.cited).toBe(`EN-${decision?.year}-${String(decision?.number).padStart(3, '0')}`)

    const report = await tells('swantje', 'en')
    expect(report).toMatchObject({ since, until: today, numbers: before.numbers, ...lines })
    expect(await toldUntil(w.db, { group: w.groups.en })).toBe(today)
    const next = await tells('swantje', 'en')
    expect(next).toMatchObject({ since: today, until: today, numbers: { decisions: 0, tasksOpen: 1 } })
    expect((await lastReports(w.db)).get(w.groups.en.id)?.id).toBe(next.id)
    expect((await allReports(w.db, w.groups.en.id)).map(({ id }) => id)).toEqual([next.id, report.id])
    expect((await reportsSince(w.db, report.createdAt)).map(({ id }) => id)).toEqual([report.id, next.id])
  })

  test('a group is waited for when its time is over, and no longer once it has told', async () => {
    const [mandate] = await w.db.select().from(mandates).where(eq(mandates.groupId, w.groups.mo.id))
    const months = mandate?.reportMonths ?? 0
    await mandatedSince('mo', addDays(addMonths(today, -months), 1))
    const waited = async () => (await groupsWithoutReport(w.db, today)).find(({ group }) => group.slug === 'mo')
    expect(await waited()).toBeUndefined()
    await mandatedSince('mo', addDays(addMonths(today, -months), -3))
    const missing = await waited()
    expect([missing?.until, (missing?.dueOn ?? today) < today]).toEqual([null, true])
    await tells('ole', 'mo')
    expect(await waited()).toBeUndefined()
  })
})

describe('who may', () => {
  const as = (over: Partial<Actor['group']>, roles: Actor['roles']): Actor => ({
    person: { id: 'me', name: 'Me' },
    group: { ...w.groups.en, ...over },
    standing: 'member',
    votes: true,
    roles,
  })

  test.each<[string, Partial<Actor['group']>, Actor['roles'], boolean]>([
    ['a lead', {}, ['lead'], true],
    ['a deputy lead', {}, ['deputy_lead'], true],
    ['a delegate', {}, ['delegate'], false],
    ['a minute taker', {}, ['minute_taker'], false],
    ['a member', {}, [], false],
    ['the lead of a group at rest', { state: 'dormant' }, ['lead'], true],
    ['the lead of a dissolved group', { state: 'dissolved' }, ['lead'], false],
    ['a coordinator, in the circle', { kind: 'circle' }, ['coordinator'], false],
  ])('%s reports', (_who, over, roles, expected) => {
    expect(mayReport(as(over, roles))).toBe(expected)
  })

  test.each([
    ['a member of a group', ['member'], true],
    ['a guest here who is a member there', ['guest', 'member'], true],
    ['a guest', ['guest'], false],
    ['somebody who belongs to none', [], false],
  ] as const)('%s reads', (_who, standings, expected) => {
    expect(mayReadReports(standings.map((standing) => ({ standing })))).toBe(expected)
  })
})

describe('the pages', () => {
  test('whoever leads writes three lines beside the numbers; nothing at all is refused', async () => {
    const ilse = await w.as('ilse')
    expect(await (await ilse(paths.allReports())).text()).toContain(paths.newReport(w.groups.gl))
    const page = await (await ilse(paths.newReport(w.groups.gl))).text()
    for (const words of ['Was haben wir geschafft?', 'Wo hängt es?', 'Was brauchen wir?', 'Was die Listen sagen']) {
      expect(page).toContain(words)
    }
    const refused = await ilse(paths.reports(w.groups.gl), { form: { achieved: ' ', stuck: '', needed: '' } })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Schreib mindestens eine der drei Zeilen.')
    const tooLong = await ilse(paths.reports(w.groups.gl), { form: { achieved: 'x'.repeat(2001), stuck: 'Es hakt.' } })
    expect(tooLong.status).toBe(422)
    expect(await tooLong.text()).toContain('Es hakt.')
    expect(await allReports(w.db, w.groups.gl.id)).toEqual([])

    const given = await ilse(paths.reports(w.groups.gl), { form: { stuck: 'Der Saal fehlt.' } })
    expect(given.status).toBe(303)
    const read = given.headers.get('Location') ?? ''
    const luca = await w.as('luca')
    const seen = await (await luca(read)).text()
    for (const words of ['Der Saal fehlt.', 'Ilse Vennhaus', 'Wo hängt es?']) expect(seen).toContain(words)
    expect(seen).not.toContain('Was brauchen wir?')
    expect(await (await luca(paths.allReports())).text()).toContain('Der Saal fehlt.')
    const english = await luca(read, { headers: { 'Accept-Language': 'en' } })
    expect(await english.text()).toContain('Where is it stuck?')
  })

  test('nobody else writes; guests and strangers read nothing', async () => {
    const report = (await allReports(w.db))[0] as Report
    const [kemal, gerd, vera] = [await w.as('kemal'), await w.as('gerd'), await w.as('vera')]
    expect((await kemal(paths.newReport(w.groups.gl))).status).toBe(403)
    expect((await kemal(paths.reports(w.groups.gl), { form: lines })).status).toBe(403)
    expect((await gerd(paths.reports(w.groups.gl), { form: lines })).status).toBe(404)
    expect((await (await w.as('henrike'))(paths.reports(w.groups.kk), { form: lines })).status).toBe(403)
    for (const path of [paths.allReports(), paths.report(report)]) {
      expect([path, (await vera(path)).status]).toEqual([path, 403])
      expect((await w.anonymous(path)).headers.get('Location')).toContain('/sign-in')
    }
    expect((await gerd(paths.report({ id: crypto.randomUUID() }))).status).toBe(404)
  })
})

test('past the product, too, a report says something, ends after it begins, and stays', async () => {
  const by = { groupId: w.groups.en.id, writtenById: w.people.swantje.id }
  const row = { ...by, ...lines, since: today, until: today }
  await expect(w.db.insert(reports).values({ ...row, achieved: ' ', stuck: '', needed: ' ' })).rejects.toThrow()
  await expect(w.db.insert(reports).values({ ...row, until: addDays(today, -1) })).rejects.toThrow()
  const [kept] = await w.db.insert(reports).values(row).returning()
  const it = eq(reports.id, kept?.id ?? '')
  await expect(w.db.update(reports).set({ achieved: 'anders' }).where(it)).rejects.toThrow()
  await expect(w.db.delete(reports).where(it)).rejects.toThrow()
})
