import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { proposalWithdrawals } from '#src/decisions/proposals/schema.ts'
import { records } from '#src/decisions/records/schema.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { recordsAwaiting } from '#src/decisions/waiting.ts'
import { documents } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { inbox } from '#src/referrals/model.ts'
import { answers, type Referral } from '#src/referrals/schema.ts'
import { referralsAwaitingAnswer } from '#src/referrals/waiting.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Between, between, proposalIn, reportIn } from '../setting.ts'

let w: World
let we: Between
let henrike: Browse
let ayla: Browse
let tarek: Browse

beforeAll(async () => {
  w = await world()
  we = between(w)
  henrike = await w.as('henrike')
  ayla = await w.as('ayla')
  tarek = await w.as('tarek')
})

const html = async (answer: Response | Promise<Response>) => (await answer).text()
const isOpen = async ({ id }: Referral) => (await inbox(w.db, w.groups.kk.id)).some((entry) => entry.id === id)
const answersTo = ({ id }: Referral) => w.db.$count(answers, eq(answers.referralId, id))

describe('what the circle has decided in its meeting', () => {
  test.each(['adopted', 'rejected'] as const)(
    'is the answer as soon as a second person confirms it: %s',
    async (outcome) => {
      const { snapshot, document, ...referral } = await we.sendText(`Kurz, ${outcome}`)
      const report = reportIn(await we.reports(referral, { outcome }))
      expect(await we.find(referral)).toMatchObject({ answer: null, takenUp: { isBeingDecided: true } })

      const decision = await we.confirmsReport(report)
      expect(decision).toMatchObject({ outcome, snapshotId: snapshot.id, method: 'recorded', reason: 'recorded' })
      const { answer } = await we.find(referral)
      expect(answer).toMatchObject({ kind: outcome, decisionId: decision?.id })
      expect(answer?.decision?.cited).toMatch(/^KK-\d{4}-\d{3}$/)
      expect(await isOpen(referral)).toBe(false)
      const [paper] = await w.db.select().from(documents).where(eq(documents.id, document.id))
      expect(paper?.stage).toBe('adopted')
      const told = await w.db.select().from(events).where(eq(events.subjectId, referral.id))
      expect(told.map(({ kind, alsoForId }) => [kind, alsoForId]).slice(1)).toEqual([
        ['referral.taken_up', w.groups.en.id],
        ['referral.answered', w.groups.en.id],
      ])
    },
  )

  test('waits for a second person, not for those who answer', async () => {
    const referral = await we.send(null)
    const { recordId } = reportIn(await we.reports(referral))
    const waiting = await recordsAwaiting(w.db, [await w.actor('ayla', 'kk')])
    expect(waiting.map(({ record }) => record.id)).toContain(recordId)
    const own = await recordsAwaiting(w.db, [await w.actor('henrike', 'kk')])
    expect(own.map(({ record }) => record.id)).not.toContain(recordId)
    const awaiting = await referralsAwaitingAnswer(w.db, w.people.ayla)
    expect(awaiting.some(({ id }) => id === referral.id)).toBe(false)
  })

  test('discarded, it leaves the referral open again', async () => {
    const referral = await we.send(null)
    const report = reportIn(await we.reports(referral))
    await we.discards(report)
    expect(await we.find(referral)).toMatchObject({ answer: null, takenUp: null })
    expect(await isOpen(referral)).toBe(true)
    expect(await we.confirmsReport(report)).toBeNull()
    await we.confirmsReport(reportIn(await we.reports(referral)))
    expect((await we.find(referral)).answer?.kind).toBe('adopted')
  })

  test('stands in the way of every other answer until it is confirmed or discarded', async () => {
    const referral = await we.send(null)
    await we.reports(referral)
    expect(await we.returns(referral)).toBe('being_decided')
    expect(await we.notes(referral)).toBe('being_decided')
    expect(await we.takesUp(referral)).toBe('being_decided')
    expect(await we.reports(referral)).toBe('being_decided')
    expect(await answersTo(referral)).toBe(0)
  })

  test('is not entered while a round about it runs or waits for its second person', async () => {
    const referral = await we.send(null)
    const round = await we.opens(proposalIn(await we.takesUp(referral)))
    expect(await we.reports(referral)).toBe('being_decided')
    const count = await we.counts(round, 'yes')
    expect(await we.reports(referral)).toBe('being_decided')
    await we.confirms(round, count)
    expect(await we.reports(referral)).toBe('answered')
  })

  test('takes the place of a proposal for which no round was opened', async () => {
    const referral = await we.send(null)
    const { proposalId } = proposalIn(await we.takesUp(referral))
    reportIn(await we.reports(referral))
    const [withdrawal] = await w.db
      .select()
      .from(proposalWithdrawals)
      .where(eq(proposalWithdrawals.proposalId, proposalId))
    expect(withdrawal?.reason).toBe('In einer Sitzung.')
  })

  test('whatever happens at once, there is one answer and one number', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const referral = await we.send(null)
      const all = await Promise.all([we.reports(referral), we.reports(referral, {}, 'ayla'), we.takesUp(referral)])
      const report = all.slice(0, 2).find((one) => typeof one !== 'string')
      if (!report || !('recordId' in report)) continue
      const before = await w.db.$count(decisions)
      const [reporter] = await w.db.select().from(records).where(eq(records.id, report.recordId))
      const second = reporter?.reportedById === w.people.ayla.id ? 'henrike' : 'ayla'
      await Promise.all([
        we.confirmsReport(report, second),
        we.confirmsReport(report, second),
        we.discards(report),
        we.returns(referral),
        we.notes(referral),
      ])
      const { answer } = await we.find(referral)
      expect(await answersTo(referral)).toBe(answer ? 1 : 0)
      expect(await isOpen(referral)).toBe(!answer)
      expect(await w.db.$count(decisions)).toBe(before + (answer?.kind === 'adopted' ? 1 : 0))
    }
  })
})

describe('on the pages', () => {
  const four = {
    wording: 'Der Kreis beschließt das Papier.',
    decidedOn: '2026-10-05',
    place: 'Tannrode',
    manner: 'einstimmig',
  }
  const action = (referral: { id: string }) => paths.referralRecord(w.groups.kk, referral)

  test('four fields and one click: the group reads „Beschlossen“', async () => {
    const { snapshot: _snapshot, document: _document, ...referral } = await we.sendText('Vier Felder')
    const asked = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(asked).toContain('Der Kreis hat schon entschieden')
    expect(asked).toContain(
      'Der Koordinierungskreis beschließt das Papier „Vier Felder“ in der Fassung\u00a01.</textarea>',
    )

    const sent = await henrike(action(referral), { form: four })
    expect(sent.status).toBe(303)
    const report = sent.headers.get('location') ?? ''
    const page = await html(ayla(report))
    expect(page).toContain(paths.referral(w.groups.kk, referral))
    expect(page).toContain('AG\u00a0Energie')
    expect(await html(ayla(`${report}/text`))).toContain('Wärme fehlt ganz.')
    const waits = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(waits).toContain('Sobald eine zweite Person aus dem Kreis es bestätigt')
    expect(waits).not.toContain('Zur Überarbeitung zurückgeben')
    expect(await html(tarek(paths.referral(w.groups.en, referral)))).toContain('noch nicht bestätigt')

    expect((await henrike(`${report}/decision`, { form: {} })).status).toBe(403)
    const confirmed = await ayla(`${report}/decision`, { form: {} })
    expect(confirmed.headers.get('location')).toMatch(/^\/decisions\/KK-/)
    const answered = await html(tarek(paths.referral(w.groups.en, referral)))
    expect(answered).toContain('Der Kreis beschließt das Papier.')
    expect(answered).toContain(confirmed.headers.get('location')?.split('/').at(-1))
  })

  test('a no of the circle is said as one', async () => {
    const referral = await we.send(null)
    const sent = await henrike(action(referral), { form: { ...four, outcome: 'rejected' } })
    const report = sent.headers.get('location') ?? ''
    expect(await html(ayla(report))).toContain('Ja, das haben wir abgelehnt')
    await ayla(`${report}/decision`, { form: {} })
    expect((await we.find(referral)).answer?.kind).toBe('rejected')
  })

  test('what it has decided on a question only the circle can say', async () => {
    const referral = await we.send(null, { request: 'decide', title: 'Mitzeichnen bei „Energie bleibt im Dorf“?' })
    const page = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(page).toMatch(/<textarea[^>]*id="report-wording"[^>]*><\/textarea>/)
    expect(page).toContain('zu der Frage „Mitzeichnen bei ‚Energie bleibt im Dorf‘?“: …</textarea>')
  })

  test('what is missing is named, and what was typed stays', async () => {
    const referral = await we.send(null)
    const tomorrow = addDays(dayOf(new Date()), 1)
    const sent = await henrike(action(referral), { form: { ...four, place: '', decidedOn: tomorrow } })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Bitte schreib auf, wo ihr das beschlossen habt.')
    expect(page).toContain('einstimmig')
    const early = await henrike(action(referral), { form: { ...four, decidedOn: tomorrow } })
    expect(await early.text()).toContain('Dieser Tag kommt erst noch.')
    expect((await we.find(referral)).takenUp).toBeNull()
  })

  test('whoever comes second is told so in plain words', async () => {
    const referral = await we.send(null)
    await we.reports(referral)
    const sent = await ayla(action(referral), { form: { ...four, manner: 'per Handzeichen' } })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Sein Beschluss wird die Antwort sein.')
    expect(page).toContain('per Handzeichen')
    const returned = { kind: 'returned', contactId: w.people.ayla.id, reason1: 'Warum?' }
    expect((await henrike(paths.referralAnswer(w.groups.kk, referral), { form: returned })).status).toBe(422)
    const words = { title: 'Aufgegriffen', wording: 'So.' }
    expect((await henrike(paths.referralProposal(w.groups.kk, referral), { form: words })).status).toBe(422)
  })
})

describe('the version that was sent', () => {
  test('stays with the proposal of the circle, whatever its form says', async () => {
    const { snapshot } = await we.text('Das eigene Papier des Kreises', 'Etwas anderes.', 'kk')
    const { snapshot: sent, document: _document, ...referral } = await we.sendText('Bleibt dabei')
    const { proposalId } = proposalIn(await we.takesUp(referral))
    const page = await html(henrike(paths.proposal(w.groups.kk, { id: proposalId })))
    expect(page).toContain('Es geht um „Bleibt dabei“, Fassung\u00a01')
    expect(page).toContain(paths.referral(w.groups.kk, referral))

    for (const [nth, snapshotId] of ['', snapshot.id].entries()) {
      const form = { title: 'Bleibt dabei', wording: `Neu, ${snapshotId}.`, snapshotId, version: nth + 1 }
      await henrike(paths.proposalWording(w.groups.kk, { id: proposalId }), { form })
    }
    const round = await we.opens({ proposalId })
    expect(round).toMatchObject({ snapshotId: sent.id, proposalVersion: 3 })
    const decision = await we.confirms(round, await we.counts(round, 'yes'))
    expect(decision.snapshotId).toBe(sent.id)
  })

  test('begins a draft in which nobody has written yet', async () => {
    const { snapshot: _snapshot, document: _document, ...referral } = await we.sendText('Unberührt')
    await we.returns(referral)
    const draftId = (await we.find(referral)).answer?.draftId ?? ''
    const page = await html(tarek(paths.document(w.groups.en, { id: draftId })))
    expect(page).toContain('angelegt')
    expect(page).not.toContain('von Henrike Talmann ·')
    const [draft] = await w.db.select().from(documents).where(eq(documents.id, draftId))
    expect(draft?.editedById).toBeNull()
  })
})
