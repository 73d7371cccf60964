import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { wishFor } from '#src/decisions/agenda/wishing.ts'
import { aroundOf } from '#src/decisions/proposals/around.ts'
import { storedOptions } from '#src/decisions/proposals/options.ts'
import { proposals } from '#src/decisions/proposals/schema.ts'
import { decisionByCitation } from '#src/decisions/register/log.ts'
import { decisionNotes, decisions } from '#src/decisions/register/schema.ts'
import { standingSeatHolders } from '#src/decisions/seats/schema.ts'
import { approveText } from '#src/documents/approving/model.ts'
import { documents } from '#src/documents/schema.ts'
import { snapshotById } from '#src/documents/versions/snapshots.ts'
import { groups, guidingIdeas, memberships, roleTerms } from '#src/groups/schema.ts'
import { dissolve, NoHeir } from '#src/handovers/ending/dissolving.ts'
import { unapprovedMinutes } from '#src/handovers/ending/gatherings.ts'
import { carrying } from '#src/handovers/ending/moving.ts'
import { openIn } from '#src/handovers/ending/open.ts'
import { planFor } from '#src/handovers/ending/planning.ts'
import { dissolutionCompletions, dissolutionItems, dissolutions } from '#src/handovers/schema.ts'
import { approveExpired } from '#src/meetings/minutes/approving.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { holdGroup } from '#src/meetings/planning/holding.ts'
import { openPoll } from '#src/meetings/polls/asking.ts'
import { pollClosings } from '#src/meetings/polls/schema.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { hold } from '#src/referrals/answers/holding.ts'
import { addTask } from '#src/tasks/adding.ts'
import { rhythmOf } from '#src/tasks/rhythm/keeping.ts'
import { tasks } from '#src/tasks/schema.ts'
import { taskSteps } from '#src/tasks/work/schema.ts'
import { stepsOf } from '#src/tasks/work/steps.ts'
import { decided } from '../decisions/seats/setting.ts'
import { deciding } from '../decisions/setting.ts'
import { sitting as minutesOf } from '../meetings/minutes-setting.ts'
import { meeting as sitting } from '../meetings/planning-setting.ts'
import { between } from '../referrals/setting.ts'
import { enacted } from '../support/enacted.ts'
import { type World, world } from '../support/world.ts'

const giveTask = (w: World, title: string) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: w.groups.en.id,
      title,
      personIds: [w.people.gerd.id],
      actorId: w.people.swantje.id,
    }),
  )

const meeting = (w: World) => ({
  groupId: w.groups.en.id,
  number: 1,
  startsAt: new Date(Date.now() + 86_400_000),
  endsAt: new Date(Date.now() + 90_000_000),
  createdById: w.people.swantje.id,
})

/** One of everything that can be open in AG Energie. */
async function busyGroup(w: World) {
  const { document } = await between(w).text('Wärme für Tannrode', 'Im Winter warm.')
  await between(w).send(null)
  await deciding(w).propose('swantje', { title: 'Bürgschaft', wording: 'Wir bürgen.', rationale: '' })
  const wish = { groupId: w.groups.en.id, title: 'Sommerfest', why: 'wish', addedById: w.people.gerd.id } as const
  await change(w.ports, (tx, record) => wishFor(tx, record, wish))
  await sitting(w, 'en').plan(1)
  await giveTask(w, 'Zahlen holen')
  return document
}

/** Everything to the heir where that is possible, otherwise let go with a reason. */
async function placesFor(w: World, by: string, more: Record<string, string> = {}) {
  const open = await openIn(w.db, w.groups.en.id)
  const lets: Record<string, string> = { referral_sent: 'withdrawn', meeting: 'cancelled' }
  const fields = open.flatMap(({ kind, subjectId }) => [
    [`to-${kind}-${subjectId}`, lets[kind] ?? 'heir'],
    [`why-${kind}-${subjectId}`, lets[kind] ? 'Die Gruppe endet.' : ''],
  ])
  return { ...Object.fromEntries(fields), by, ...more }
}

describe('a group ends by a decision of the circle, with a destination for everything', () => {
  let w: World
  let document: Awaited<ReturnType<typeof busyGroup>>
  let number: string
  const end = () => paths.dissolution(w.groups.en)

  beforeAll(async () => {
    w = await world()
    document = await busyGroup(w)
    await w.db
      .update(standingSeatHolders)
      .set({ endedAt: new Date() })
      .where(eq(standingSeatHolders.personId, w.people.tarek.id))
    number = await decided(w, 'kk', ['ayla', 'mirjam'])
  })

  test('only who coordinates the circle dissolves, the lead prepares, everybody else finds nothing', async () => {
    const page = paths.groupEnd(w.groups.en)
    expect((await (await w.as('nele'))(page)).status).toBe(404)
    expect((await (await w.as('gerd'))(page)).status).toBe(404)
    const swantje = await w.as('swantje')
    expect((await swantje(page)).status).toBe(200)
    expect((await swantje(end(), { form: { decision: number } })).status).toBe(403)
  })

  test('it is impossible until each open thing has a destination, and what is let go has a reason', async () => {
    const henrike = await w.as('henrike')
    const chooses = (by: string) => henrike(paths.groupHeir(w.groups.en), { form: { heir: w.groups.bt.id, by } })
    const unread = await chooses('')
    expect(unread.status).toBe(422)
    expect(await unread.text()).not.toContain('Zahlen holen')
    expect((await chooses('KK-2020-001')).status).toBe(422)
    expect((await henrike(paths.destinations(w.groups.en), { form: {} })).status).toBe(404)
    const chosen = await chooses(number)
    expect(chosen.headers.get('Location')).toContain(`by=${number}`)
    expect(await (await henrike(paths.groupEnd(w.groups.en))).text()).not.toContain('Zahlen holen')
    expect(await (await henrike(chosen.headers.get('Location') ?? '')).text()).toContain('Zahlen holen')
    expect((await henrike(paths.destinations(w.groups.en), { form: {} })).status).toBe(403)
    const told = await w.db.select().from(events).where(eq(events.kind, 'group.heirChosen'))
    expect(told.map(({ groupId }) => groupId)).toEqual([w.groups.en.id])
    const refused = await henrike(end(), { form: { decision: number } })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Noch ist etwas offen.')

    const [task] = await w.db.select().from(tasks).where(eq(tasks.title, 'Zahlen holen'))
    const silent = { [`to-task-${task?.id}`]: 'dropped', [`why-task-${task?.id}`]: ' ' }
    const without = await henrike(paths.destinations(w.groups.en), { form: await placesFor(w, number, silent) })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('Was nicht weitergeht, braucht einen Grund.')
    expect((await henrike(paths.destinations(w.groups.en), { form: await placesFor(w, number) })).status).toBe(303)
    expect(await (await henrike(`${paths.groupEnd(w.groups.en)}?by=${number}`)).text()).toContain(
      'Jede offene Sache hat ein Ziel.',
    )
    const other = await henrike(end(), { form: { decision: 'KK-2020-001' } })
    expect(await other.text()).toContain('Einen solchen angenommenen Beschluss des Kreises gibt es nicht.')
  })

  test('the database itself refuses to end a group in another way', async () => {
    const dissolved = () => w.db.update(groups).set({ state: 'dissolved' }).where(eq(groups.id, w.groups.en.id))
    await expect(dissolved()).rejects.toThrow()
    const [plan] = await w.db.select().from(dissolutions)
    const own = await decided(w, 'en', ['gerd', 'swantje'])
    expect(own).toMatch(/^EN-/)
    if (!plan) throw new Error('Nothing is prepared')
    await expect(
      w.db.transaction(async (tx) => {
        const { rows } = { rows: await tx.execute(`select id from decisions where group_id = '${w.groups.en.id}'`) }
        const decisionId = String([...rows][0]?.id)
        await tx
          .insert(dissolutionCompletions)
          .values({ dissolutionId: plan.id, decisionId, completedById: w.people.henrike.id })
      }),
    ).rejects.toThrow()
    await expect(w.db.update(dissolutionItems).set({ destination: 'cancelled' })).rejects.toThrow()
  })

  test('what is added meanwhile is caught: it is on the list, or it comes too late', async () => {
    const henrike = await w.as('henrike')
    const tries = Array.from({ length: 5 }, (_, at) =>
      giveTask(w, `Nachzügler ${at}`).then(
        () => true,
        () => false,
      ),
    )
    const [first, ...added] = await Promise.all([henrike(end(), { form: { decision: number } }), ...tries])
    const late = added.filter(Boolean).length
    expect(first.status).toBe(late > 0 ? 422 : 303)
    if (late === 0) return
    expect(await w.db.$count(dissolutionCompletions)).toBe(0)
    await henrike(paths.destinations(w.groups.en), { form: await placesFor(w, number) })
    const all = await Promise.all([1, 2].map(() => henrike(end(), { form: { decision: number } })))
    expect(all.map(({ status }) => status).sort()[0]).toBe(303)
    expect(await w.db.$count(dissolutionCompletions)).toBe(1)
  })

  test('afterwards everything is where it was to go, and nothing begins there any more', async () => {
    expect(await openIn(w.db, w.groups.en.id).then((open) => open.filter(({ kind }) => kind !== 'document'))).toEqual(
      [],
    )
    const copies = await w.db.select().from(documents).where(eq(documents.groupId, w.groups.bt.id))
    expect(copies.map(({ title }) => title)).toContain(document.title)
    const moved = await w.db.select().from(tasks).where(eq(tasks.title, 'Zahlen holen'))
    expect(moved.map(({ groupId, isOpen }) => [groupId === w.groups.bt.id, isOpen]).sort()).toEqual([
      [false, false],
      [true, true],
    ])
    const held = await w.db.select().from(roleTerms).where(eq(roleTerms.groupId, w.groups.en.id))
    expect(held.filter(({ endedAt }) => endedAt === null)).toEqual([])
    const inCircle = async (person: 'tarek' | 'swantje' | 'kemal') =>
      w.db.$count(
        memberships,
        and(
          eq(memberships.groupId, w.groups.kk.id),
          eq(memberships.personId, w.people[person].id),
          isNull(memberships.endedAt),
        ),
      )
    expect([await inCircle('tarek'), await inCircle('kemal')]).toEqual([0, 1])
    await expect(giveTask(w, 'Zu spät')).rejects.toThrow()
    const late = { groupId: w.groups.en.id, personId: w.people.vincent.id }
    await expect(w.db.insert(memberships).values(late)).rejects.toThrow()
    await expect(w.db.insert(meetings).values({ ...meeting(w), number: 9 })).rejects.toThrow()
    await expect(w.db.update(groups).set({ state: 'active' }).where(eq(groups.id, w.groups.en.id))).rejects.toThrow()
    await expect(w.db.delete(dissolutionItems)).rejects.toThrow()
  })

  test('the list stays readable: by name for whom it concerned, by number for the alliance', async () => {
    const nele = await (await (await w.as('nele'))(paths.groupEnd(w.groups.en))).text()
    expect(nele).toContain(`durch ${number}.`)
    expect(nele).toContain('an die Erbgruppe')
    expect(nele).not.toContain('Zahlen holen')
    const ayla = await (await (await w.as('ayla'))(paths.groupEnd(w.groups.en))).text()
    expect(ayla).toContain('Zahlen holen: an die Erbgruppe')
    expect(ayla).toContain(paths.decision(number))
  })

  test('every page of it says so and leads to the list, and none of them asks for anything', async () => {
    const swantje = await w.as('swantje')
    for (const path of [paths.group(w.groups.en), paths.tasks(w.groups.en), paths.meetings(w.groups.en)]) {
      const page = await (await swantje(path)).text()
      expect(page).toContain('Die Gruppe ist aufgelöst.')
      expect(page).toContain(`href="${paths.groupEnd(w.groups.en)}"`)
    }
    const overview = await (await swantje(paths.group(w.groups.en))).text()
    expect(overview).not.toContain('macht einen Vorschlag')
  })

  test('its members read and do not write', async () => {
    const swantje = await w.as('swantje')
    expect((await swantje(paths.document(w.groups.en, document))).status).toBe(200)
    expect((await swantje(paths.documentTitle(w.groups.en, document), { form: { title: 'Anders' } })).status).toBe(403)
    expect((await swantje(paths.tasks(w.groups.en), { form: { title: 'Neu' } })).status).toBe(403)
  })
})

test('a group rests only when its referrals are answered and its rounds counted, and wakes again', async () => {
  const w = await world()
  const henrike = await w.as('henrike')
  const rest = (reason = 'Sommerpause') => henrike(paths.dormancy(w.groups.en), { form: { reason } })
  const en = deciding(w)
  const round = await en.open(await en.propose('swantje'))
  const running = await rest()
  expect([running.status, await running.text()]).toEqual([422, expect.stringContaining('Eine Abstimmung läuft noch.')])
  expect((await henrike(paths.dormancy(w.groups.lw), { form: { reason: '' } })).status).toBe(422)
  expect((await henrike(paths.dormancy(w.groups.lw), { form: { reason: 'Sommerpause' } })).status).toBe(303)
  const lw = deciding(w, 'lw')
  await expect(lw.open(await lw.propose('nele'))).rejects.toThrow()
  expect(await (await henrike(paths.groupEnd(w.groups.lw))).text()).toContain('Die Gruppe ruht seit')
  expect((await henrike(paths.waking(w.groups.lw), { method: 'POST' })).status).toBe(303)
  await lw.open(await lw.propose('nele'))
  expect(round.groupId).toBe(w.groups.en.id)
})

test('referrals are answered before a group rests', async () => {
  const w = await world()
  await between(w).send(null)
  const refused = await (await w.as('henrike'))(paths.dormancy(w.groups.en), { form: { reason: 'Pause' } })
  expect(await refused.text()).toContain('Weiterleitungen werden zuerst beantwortet.')
  const state = { state: 'dormant' as const }
  await expect(w.db.update(groups).set(state).where(eq(groups.id, w.groups.en.id))).rejects.toThrow()
})

test('of what is approved the last version goes on, whatever became of the text after it', async () => {
  const w = await world({ quiet: true })
  const { document } = await between(w).text('Ordnung', 'So ist es.')
  await w.db.update(documents).set({ title: 'Ordnung, neu' }).where(eq(documents.id, document.id))
  await w.db.transaction((tx) => approveText(tx, document))
  const of = { actor: await w.actor('swantje', 'en'), heir: w.groups.lw, goesTo: 'AG Landwirtschaft' }
  const one = { kind: 'document', subjectId: document.id, title: 'Ordnung', destination: 'heir', reason: '' } as const
  const id = await change(w.ports, async (tx, record) => carrying.document.heir?.({ tx, record, ...of }, one))
  const [copy] = await w.db
    .select()
    .from(documents)
    .where(eq(documents.id, id ?? ''))
  expect(copy).toMatchObject({ groupId: w.groups.lw.id })
})

test('work and proposals go to the heir whole; polls end; whoever rests takes nothing over; a decision that fell is none', async () => {
  const w = await world()
  const [henrike, group] = [await w.as('henrike'), w.groups.en]
  const { snapshot } = await between(w).text('Nahwärme', 'Warm im Winter.')
  const [idea] = await w.db.select().from(guidingIdeas).limit(1)
  if (!idea) throw new Error('No idea')
  await decided(w, 'en', ['gerd', 'swantje'])
  const [older] = await w.db.select().from(decisions).where(eq(decisions.groupId, group.id))
  const supersedes = [{ decisionId: older?.id ?? '', kind: 'superseded' as const }]
  const options = [
    { title: 'Klein', wording: 'Wir bürgen für ein Dorf.' },
    { title: 'Groß', wording: 'Wir bürgen für alle.' },
  ]
  const around = { topics: ['Geld'], ideaIds: [idea.id], supersedes, options, passive: 'Wir bürgen nicht.' }
  const words = { title: 'Bürgschaft', wording: 'Wir bürgen.', ...around }
  await deciding(w).propose('swantje', { ...words, snapshotId: snapshot.id, reviewOn: '2099-01-01' })
  const facts = { groupId: group.id, title: 'Zähler ablesen', personIds: [], actorId: w.people.swantje.id }
  const beat = { every: 1, unit: 'month' } as const
  const task = await change(w.ports, (tx, record) =>
    addTask(tx, record, { ...facts, dueOn: '2099-01-31', rhythm: beat }),
  )
  const ticked = { doneAt: new Date(), doneById: w.people.gerd.id }
  await w.db.insert(taskSteps).values([
    { taskId: task.id, words: 'Keller', position: 1, ...ticked },
    { taskId: task.id, words: 'Dach', position: 2 },
  ])
  const swantje = await w.actor('swantje', 'en')
  const dates = [new Date('2099-01-01T18:00:00Z'), new Date('2099-01-02T18:00:00Z')]
  const poll = { minutes: 90, form: 'on_site', place: '', note: '', answerBy: '2098-12-01', dates } as const
  await change(w.ports, (tx, record) => openPoll(tx, record, swantje, poll))

  const fallen = await decided(w, 'kk', ['ayla', 'mirjam'])
  const number = await decided(w, 'kk', ['ayla', 'mirjam'])
  const [old] = await w.db
    .select()
    .from(decisions)
    .where(eq(decisions.groupId, w.groups.kk.id))
    .orderBy(decisions.number)
  const note = { decisionId: old?.id ?? '', kind: 'annulment', reason: 'Irrtum' } as const
  const signed = { firstPersonId: w.people.ayla.id, secondPersonId: w.people.mirjam.id, signedAt: new Date() }
  await w.db.transaction(async (tx) => {
    await tx.execute('set local session_replication_role = replica')
    await tx.insert(decisionNotes).values({ ...note, ...signed })
  })
  const choose = (by: string) => henrike(paths.groupHeir(group), { form: { heir: w.groups.bt.id, by } })
  expect((await choose(fallen)).status).toBe(422)
  expect((await choose(number)).status).toBe(303)
  expect((await henrike(paths.destinations(group), { form: await placesFor(w, number) })).status).toBe(303)
  const end = (decision: string) => henrike(paths.dissolution(group), { form: { decision } })
  expect((await end(fallen)).status).toBe(422)
  await henrike(paths.dormancy(w.groups.bt), { form: { reason: 'Pause' } })
  const resting = await end(number)
  expect([resting.status, await resting.text()]).toEqual([422, expect.stringContaining('eine Gruppe, die arbeitet')])
  await henrike(paths.waking(w.groups.bt), { method: 'POST' })
  expect((await end(number)).status).toBe(303)

  const [moved] = await w.db.select().from(tasks).where(eq(tasks.groupId, w.groups.bt.id))
  expect(await rhythmOf(w.db, moved?.id ?? '')).toMatchObject({ ...beat, anchorOn: '2099-01-31' })
  const steps = await stepsOf(w.db, moved?.id ?? '')
  expect(steps.map((step) => [step.words, step.doneById])).toEqual([
    ['Keller', w.people.gerd.id],
    ['Dach', null],
  ])
  const [proposal] = await w.db.select().from(proposals).where(eq(proposals.groupId, w.groups.bt.id))
  expect(proposal).toMatchObject({ title: 'Bürgschaft', reviewOn: '2099-01-01' })
  if (!proposal) throw new Error('Nothing went to the heir')
  const kept = await aroundOf(w.db, proposal.id)
  expect([kept.topics, kept.ideas.map(({ id }) => id)]).toEqual([['Geld'], [idea.id]])
  expect(kept.supersedes).toMatchObject(supersedes)
  expect(await storedOptions(w.db, proposal)).toEqual([
    ...options.map((option) => ({ ...option, isPassive: false })),
    { title: 'Wir bürgen nicht.', wording: 'Wir bürgen nicht.', isPassive: true },
  ])
  const text = await snapshotById(w.db, proposal.snapshotId ?? '')
  expect(text).toMatchObject({ groupId: w.groups.bt.id, plainText: snapshot.plainText })
  expect(await w.db.$count(pollClosings)).toBe(1)
})

test.each([
  ['is answering a referral', 'referral'],
  ['ends a meeting of the circle', 'kk'],
  ['ends a meeting of the group', 'en'],
] as const)('whoever %s while the group ends is waited for, and neither holds the other up', async (_, first) => {
  const w = await world()
  const henrike = await w.as('henrike')
  const referral = await between(w).send(null)
  const number = await decided(w, 'kk', ['ayla', 'mirjam'])
  await henrike(paths.groupHeir(w.groups.en), { form: { heir: w.groups.bt.id, by: number } })
  await henrike(paths.destinations(w.groups.en), { form: await placesFor(w, number) })
  const waits = async () =>
    [
      ...(await w.db.execute(
        sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )),
    ].length > 0
  const ending = await w.db.transaction(async (tx) => {
    await (first === 'referral' ? hold(tx, referral.id) : holdGroup(tx, w.groups[first].id))
    const begun = henrike(paths.dissolution(w.groups.en), { form: { decision: number } })
    await expect.poll(waits).toBe(true)
    await (first === 'referral'
      ? tx.execute(sql`select from groups where id = ${w.groups.en.id} for key share`)
      : hold(tx, referral.id))
    return [begun]
  })
  expect((await ending[0])?.status).toBe(303)
})

describe('minutes that nobody has approved, and an heir that changes at the last moment', () => {
  let w: World
  let number: string
  let en: ReturnType<typeof minutesOf>
  let contested: MeetingEntry
  let silent: MeetingEntry

  const dates = [new Date('2099-01-01T18:00:00Z'), new Date('2099-01-02T18:00:00Z')]
  const poll = { minutes: 90, form: 'on_site', place: '', note: '', answerBy: '2098-12-01', dates } as const
  const asksForADate = async () => {
    const swantje = await w.actor('swantje', 'en')
    return change(w.ports, (tx, record) => openPoll(tx, record, swantje, poll))
  }

  const decidedBy = async () => {
    const decision = await decisionByCitation(w.db, number)
    if (!decision) throw new Error('Nothing was decided')
    return decision
  }

  const chooses = async (heir: 'bt' | 'lw') =>
    (await w.as('henrike'))(paths.groupHeir(w.groups.en), { form: { heir: w.groups[heir].id, by: number } })

  beforeAll(async () => {
    w = await world({ quiet: true })
    en = minutesOf(w, 'en')
    await enacted(w, 'en', { minutesBySilence: true })
    contested = await en.plan(-3, 'swantje', 'tarek')
    silent = await en.plan(-2, 'swantje', 'tarek')
    for (const one of [contested, silent]) {
      await en.post('swantje', paths.meetingOpening(en.group, one))
      await en.post('swantje', paths.meetingEnding(en.group, one))
      await en.post('swantje', paths.minutesCirculations(en.group, one))
    }
    const [item] = await en.agenda(contested)
    const objection = { itemId: item?.id ?? '', present: 'Alle da.', wished: 'Fast alle da.' }
    await en.post('gerd', paths.minutesObjections(en.group, contested), objection)
    number = await decided(w, 'kk', ['ayla', 'mirjam'])
  })

  const isAskedAbout = async () =>
    (await en.get('tarek', '/')).html.includes(`Einspruch gegen das Protokoll ${contested.cited}`)

  test('the database ends no group that still asks when to meet', async () => {
    await chooses('bt')
    const plan = await planFor(w.db, en.group.id)
    await asksForADate()
    const decision = await decidedBy()
    const row = { dissolutionId: plan?.id ?? '', decisionId: decision.id, completedById: w.people.henrike.id }
    const ends = w.db.transaction(async (tx) => {
      for (const { kind, subjectId } of await openIn(tx, en.group.id))
        if (kind === 'document')
          await tx.insert(dissolutionItems).values({
            ...{ dissolutionId: row.dissolutionId, kind, subjectId, title: 'x' },
            ...{ destination: 'kept' as const, decidedById: row.completedById },
          })
      await tx.insert(dissolutionCompletions).values(row)
      await tx.update(groups).set({ state: 'dissolved' }).where(eq(groups.id, en.group.id))
    })
    await expect(ends).rejects.toMatchObject({ cause: { message: 'still asking when to meet' } })
  })

  test('whoever ends it for another heir than is chosen by now has ended nothing', async () => {
    const plan = await planFor(w.db, en.group.id)
    if (!plan) throw new Error('Nothing is prepared')
    await chooses('lw')
    const actor = { ...(await w.actor('henrike', 'kk')), group: en.group }
    const dissolving = { plan, actor, decision: await decidedBy(), goesTo: 'x', consequences: [] }
    await expect(change(w.ports, (tx, record) => dissolve(tx, record, dissolving))).rejects.toBeInstanceOf(NoHeir)
    expect(await w.db.$count(dissolutionCompletions)).toBe(0)
  })

  test('stay as they were when the group ends: no silence approves them, nobody is asked about them', async () => {
    const henrike = await w.as('henrike')
    expect(await isAskedAbout()).toBe(true)
    await henrike(paths.destinations(en.group), { form: await placesFor(w, number) })
    expect((await henrike(paths.dissolution(en.group), { form: { decision: number } })).status).toBe(303)
    await en.timePasses(silent)
    await approveExpired(w.ports)
    expect((await en.facts(silent)).state).toBe('circulated')
    expect(await unapprovedMinutes(w.db, en.group.id)).toEqual([
      { meetingId: contested.id, cited: contested.cited, wasCirculated: true, objections: 1 },
      { meetingId: silent.id, cited: silent.cited, wasCirculated: true, objections: 0 },
    ])
    expect((await en.get('tarek', paths.groupEnd(en.group))).html).toContain(contested.cited)
    expect(await isAskedAbout()).toBe(false)
    await expect(asksForADate()).rejects.toThrow()
  })
})
