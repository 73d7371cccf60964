import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { openWishes } from '#src/decisions/agenda/wishes.ts'
import { proposals } from '#src/decisions/proposals/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { documents, snapshots } from '#src/documents/schema.ts'
import { checksumOf } from '#src/documents/versions/checksum.ts'
import { paths } from '#src/paths.ts'
import { adoptedChanges, changedTexts, heardVoices, reservations } from '#src/referrals/answers/schema.ts'
import { answers, type Referral } from '#src/referrals/schema.ts'
import { findTask } from '#src/tasks/model.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { comparing, row } from '../../documents/comparisons/rows-of-text.ts'
import { meeting } from '../../meetings/planning-setting.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Between, between, proposalIn, reportIn } from '../setting.ts'

let w: World
let we: Between
let henrike: Browse
let swantje: Browse
let gerd: Browse

beforeAll(async () => {
  w = await world()
  we = between(w)
  henrike = await w.as('henrike')
  swantje = await w.as('swantje')
  gerd = await w.as('gerd')
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: { cause?: { message?: string } }) => error.cause?.message ?? String(error),
  )

const text = async (answer: Response | Promise<Response>) => (await answer).text()

const page = (who: Browse, group: 'en' | 'kk', referral: Pick<Referral, 'id'>) =>
  text(who(paths.referral(w.groups[group], referral)))

/** As if the answer had been given so many days ago. */
async function backdate({ id }: Pick<Referral, 'id'>, days: number) {
  await w.db.execute(sql`alter table answers disable trigger answers_never_change`)
  await w.db.execute(
    sql`update answers set created_at = now() - make_interval(days => ${days}) where referral_id = ${id}`,
  )
  await w.db.execute(sql`alter table answers enable trigger answers_never_change`)
}

describe('a changed version', () => {
  test('begins with what was sent, is written like any text, and the difference is there before anybody decides', async () => {
    const referral = await we.sendText('Wärme im Dorf')
    const begun = await henrike(paths.referralChanges(w.groups.kk, referral), { form: {} })
    const documentId = await we.beginsChanges(referral, 'ayla')
    expect(begun.headers.get('location')).toBe(paths.document(w.groups.kk, { id: documentId }))
    const [draft] = await w.db.select().from(documents).where(eq(documents.id, documentId))
    expect(draft).toMatchObject({ groupId: w.groups.kk.id, copiedFromId: referral.snapshot.id, title: 'Wärme im Dorf' })

    await we.changes(referral, 'Wärme fehlt ganz, und Kälte auch.')
    const url = paths.referralChanges(w.groups.kk, referral)
    expect(await text(henrike(url))).toContain('Kälte')
    expect(await text(henrike(url))).toContain('Daran wird noch geschrieben.')
    // As long as it is only written it is nobody else's.
    expect((await gerd(paths.referralChanges(w.groups.en, referral))).status).toBe(403)
    expect(await page(henrike, 'kk', referral)).toContain('Über die geänderte Fassung entscheiden')
  })

  test('is adopted as a frozen version; the group has it as a new draft, with a task and the difference', async () => {
    const { snapshot, document, ...referral } = await we.sendText('Wärme im Dorf, zweiter Text')
    const decision = await we.adoptsWithChanges(referral)
    const entry = await we.find(referral)
    expect(entry).toMatchObject({ state: 'adopted_with_changes', answer: { decisionId: decision.id } })
    expect(entry.changes).toMatchObject({ proposedBy: 'Henrike Talmann', reservation: null })
    expect(entry.changes?.snapshot?.id).toBe(decision.snapshotId)
    expect(decision.snapshotId).not.toBe(snapshot.id)
    const [adopted] = await w.db
      .select()
      .from(snapshots)
      .where(eq(snapshots.id, decision.snapshotId ?? ''))
    expect(adopted).toMatchObject({ groupId: w.groups.kk.id, number: 1, plainText: expect.stringContaining('Kälte') })

    const [draft] = await w.db
      .select()
      .from(documents)
      .where(eq(documents.id, entry.answer?.draftId ?? ''))
    expect(draft).toMatchObject({ groupId: w.groups.en.id, stage: 'draft', copiedFromId: adopted?.id })
    const task = await findTask(w.db, w.groups.en.id, entry.answer?.taskId ?? '')
    expect(task).toMatchObject({ title: `Änderungen prüfen: ${referral.title}`, dueOn: addDays(dayOf(new Date()), 7) })
    const [own] = await w.db.select().from(documents).where(eq(documents.id, document.id))
    expect(own?.stage).toBe('adopted')

    const shown = await page(swantje, 'en', referral)
    for (const words of ['Mit Änderungen beschlossen', 'Henrike Talmann', 'Vorbehalt eintragen', 'Änderungen ansehen'])
      expect(shown).toContain(words)
    expect(await text(gerd(paths.referralChanges(w.groups.en, referral)))).toContain('So ist es beschlossen.')
    expect(await text(gerd(paths.document(w.groups.en, document)))).toContain('in geänderter Form')
  })

  test('takes the place of the sent one in what was taken up already, as its next version, not while a round runs', async () => {
    const { snapshot, document, ...referral } = await we.sendText('Wärme im Dorf, dritter Text')
    const taken = proposalIn(await we.takesUp(referral))
    await we.changes(referral, 'Ganz anders.')
    const url = paths.referralChangedVersion(w.groups.kk, referral)
    expect((await henrike(url, { form: { changedWording: '' } })).status).toBe(422)
    const form = { changedWording: 'Wir beschließen es mit unseren Änderungen.' }
    expect((await henrike(url, { form })).headers.get('location')).toBe(
      paths.proposal(w.groups.kk, { id: taken.proposalId }),
    )
    const round = await we.opens(taken)
    expect((await henrike(url, { form: { changedWording: 'Doch anders.' } })).status).toBe(422)
    const decision = await we.confirms(round, await we.counts(round, 'yes'))
    expect(decision).toMatchObject({ wording: form.changedWording })
    expect((await we.find(referral)).state).toBe('adopted_with_changes')
  })

  test('without a different word is what was sent, and is adopted as that; a meeting can adopt changes too', async () => {
    const { snapshot, document, ...same } = await we.sendText('Unverändert')
    await we.beginsChanges(same)
    const round = await we.opens(proposalIn(await we.takesUp(same, 'henrike', { isChanged: true })))
    expect(await we.confirms(round, await we.counts(round, 'yes'))).toMatchObject({ snapshotId: snapshot.id })
    expect((await we.find(same)).state).toBe('adopted')

    const inMeeting = await we.sendText('In der Sitzung geändert')
    await we.changes(inMeeting, 'Kürzer.')
    await we.confirmsReport(reportIn(await we.reports(inMeeting, { isChanged: true })))
    expect((await we.find(inMeeting)).state).toBe('adopted_with_changes')

    const rejected = await we.sendText('Geändert und abgelehnt')
    await we.changes(rejected, 'Kürzer.')
    await we.confirmsReport(reportIn(await we.reports(rejected, { isChanged: true, outcome: 'rejected' })))
    expect((await we.find(rejected)).state).toBe('rejected')
  })

  test('of a wording alone is one where the circle says something else than the group', async () => {
    const wording = 'Der Koordinierungskreis beschließt: Tempo 30 geht an den Kreis!'
    for (const [said, state] of [
      ['Wir beschließen: „Tempo 30“ geht an den Kreis.', 'adopted'],
      ['Wir beschließen Tempo 40.', 'adopted_with_changes'],
    ] as const) {
      const referral = await we.send(await we.decide(null, 'Tempo 30'))
      const round = await we.opens(proposalIn(await we.takesUp(referral, 'henrike', { wording: said })))
      await we.confirms(round, await we.counts(round, 'yes'))
      const entry = await we.find(referral)
      expect([said, entry.state]).toEqual([said, state])
      expect(entry.answer?.draftId ?? null).toBeNull()
    }
    expect(wording).toContain('Tempo 30')
  })
})

describe('a reservation', () => {
  test('is entered once, within seven days, undoes nothing and waits on the list of the circle', async () => {
    const { snapshot, document, ...referral } = await we.sendText('Mit Vorbehalt')
    const decision = await we.adoptsWithChanges(referral)
    await backdate(referral, 7)
    const url = paths.referralReservation(w.groups.en, referral)
    expect((await gerd(url, { form: { reservation: 'Nein.' } })).status).toBe(403)
    expect(
      (await henrike(paths.referralReservation(w.groups.kk, referral), { form: { reservation: 'x' } })).status,
    ).toBe(403)
    expect((await swantje(url, { form: { reservation: ' ' } })).status).toBe(422)
    const twice = await Promise.all([
      we.reserves(referral, 'Die Kälte fehlt.'),
      we.reserves(referral, 'Die Kälte fehlt.'),
    ])
    expect(twice).toEqual(['reserved', 'reserved'])
    expect(await w.db.$count(reservations, eq(reservations.referralId, referral.id))).toBe(1)

    const wishes = (await openWishes(w.db, w.groups.kk.id)).filter(({ wish }) => wish.decisionId === decision.id)
    expect(wishes.map(({ wish }) => wish.why)).toEqual(['reservation'])
    const circle = meeting(w)
    const planned = await circle.plan(14)
    await circle.fill(planned)
    const agenda = await text(henrike(paths.meeting(w.groups.kk, planned)))
    expect(agenda).toMatch(
      new RegExp(`<a href="${paths.referral(w.groups.kk, referral)}">Vorbehalt: Mit Vorbehalt</a>`),
    )
    expect(agenda).toContain('Gegen die Änderungen sagt die Gruppe: „Die Kälte fehlt.“')
    const entry = await we.find(referral)
    expect(entry).toMatchObject({
      state: 'adopted_with_changes',
      changes: { reservation: { words: 'Die Kälte fehlt.' } },
    })
    for (const [who, group] of [
      [henrike, 'kk'],
      [gerd, 'en'],
    ] as const)
      expect(await page(who, group, referral)).toContain('Die Kälte fehlt.')
    expect(await text(henrike(paths.agenda(w.groups.kk)))).toContain('Vorbehalt gegen die Änderungen')
  })

  test('is too late on the eighth day, whoever asks, and there is none against anything else', async () => {
    const { snapshot, document, ...late } = await we.sendText('Zu spät')
    const decision = await we.adoptsWithChanges(late)
    await backdate(late, 8)
    const answer = await swantje(paths.referralReservation(w.groups.en, late), { form: { reservation: 'Doch nicht.' } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Doch nicht.')
    const [wish] = await openWishes(w.db, w.groups.kk.id)
    const row = { words: 'Doch nicht.', enteredById: w.people.swantje.id, wishId: wish?.wish.id ?? '' }
    const insert = ({ id: referralId }: Pick<Referral, 'id'>) =>
      refusal(w.db.insert(reservations).values({ ...row, referralId }))
    expect(await insert(late)).toContain('within seven days')
    const noted = await we.send(null)
    await we.notes(noted)
    expect(await insert(noted)).toContain('within seven days')
    expect(await we.reserves(noted)).toBe('not_now')
    expect((await swantje(paths.referralReservation(w.groups.en, noted), { form: { reservation: 'x' } })).status).toBe(
      403,
    )
    expect(decision.outcome).toBe('adopted')
  })
})

test('who was heard, questions and a word that nothing was decided stand with the answer', async () => {
  const { snapshot, document, ...referral } = await we.sendText('Gehört')
  const voices = paths.referralVoices(w.groups.kk, referral)
  expect((await henrike(voices, { form: { voice: '' } })).status).toBe(422)
  await henrike(voices, { form: { voice: 'Bjarne Tannrodt' } })
  await henrike(voices, { form: { voice: 'Bjarne Tannrodt' } })
  expect((await we.find(referral)).voices).toEqual(['Bjarne Tannrodt'])
  expect((await swantje(paths.referralVoices(w.groups.en, referral), { form: { voice: 'Ich' } })).status).toBe(403)
  expect(await page(swantje, 'en', referral)).not.toContain('Wen aus der Gruppe habt ihr gehört?')

  const form = {
    kind: 'returned',
    reason1: 'Wer bezahlt?',
    questions: 'Habt ihr die Gemeinde gefragt?\n\nWas kostet es?',
    contactId: w.people.ayla.id,
  }
  expect((await henrike(paths.referralAnswer(w.groups.kk, referral), { form })).status).toBe(303)
  const reasons = (await we.find(referral)).answer?.reasons.map(({ words, isQuestion }) => [words, isQuestion])
  expect(reasons).toEqual([
    ['Wer bezahlt?', false],
    ['Habt ihr die Gemeinde gefragt?', true],
    ['Was kostet es?', true],
  ])
  expect(await page(swantje, 'en', referral)).toContain('Frage:')

  const noted = await we.sendText('Nur zum Lesen')
  await we.notes(noted)
  expect(await page(swantje, 'en', noted)).toContain('Ausdrücklich ohne Beschluss')
})

test('the database keeps changes with the decision that adopted them, and a question is no reason', async () => {
  const { snapshot, document, ...referral } = await we.sendText('Hart')
  const changed = await we.adoptsWithChanges(referral)
  const { snapshot: other, document: _, ...open } = await we.sendText('Weich')
  const given = { referralId: open.id, answeredById: w.people.henrike.id }
  const bare = { ...given, kind: 'adopted_with_changes' as const, decisionId: changed.id }
  expect(await refusal(w.db.insert(answers).values(bare))).toContain('changes_bring_a_task')
  const plain = { ...given, kind: 'adopted' as const, decisionId: changed.id }
  expect(await refusal(w.db.insert(answers).values(plain))).toContain('what the circle decided')
  expect(await refusal(w.db.delete(adoptedChanges))).toContain('never change')
  expect(await refusal(w.db.update(heardVoices).set({ name: 'Niemand' }))).toContain('never change')
  const text = { documentId: document.id, referralId: open.id, startedById: w.people.henrike.id }
  expect(await refusal(w.db.insert(changedTexts).values(text))).toContain('begins with what was sent')
  const question = we.returns(open, { reasons: [], questions: ['Warum?'] })
  expect(await refusal(question)).toContain('at least one reason')
  expect(other.id).not.toBe(snapshot.id)
})

test('a version in which not a word is other is the one that was sent, whatever its rows are called', async () => {
  const actor = await w.actor('swantje', 'en')
  const [first, second] = [row({ place: 'S. 14', position: 'Im Dorf.' }), row({ place: 'S. 15', position: 'Am Ort.' })]
  const content = comparing(first, second)
  const draft = { groupId: actor.group.id, actorId: actor.person.id, kind: 'comparison' as const, title: 'RPL' }
  const document = await change(w.ports, (tx, record) => createDocument(tx, record, { ...draft, content }))
  const snapshot = await we.freeze(document)
  // Earlier versions of the product froze rows without their places.
  const earlier = JSON.parse(JSON.stringify(snapshot.content).replace(/"order":"[^"]*"/g, '"order":""'))
  const checksum = await checksumOf({ title: snapshot.title, content: earlier })
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.update(snapshots).set({ content: earlier, checksum }).where(eq(snapshots.id, snapshot.id))
  })
  const sent = await we.send(await we.decide(snapshot, 'RPL'))
  await we.beginsChanges(sent)
  const { proposalId } = proposalIn(await we.takesUp(sent, 'henrike', { isChanged: true }))
  const [proposal] = await w.db.select().from(proposals).where(eq(proposals.id, proposalId))
  expect(proposal?.snapshotId).toBe(sent.snapshotId)
})
