import { beforeAll, describe, expect, test } from 'vitest'
import { around } from '#src/overview/mine.ts'
import { waitingFor } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Referral } from '#src/referrals/schema.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { type Between, between } from '../setting.ts'

let w: World
let we: Between
let tarek: Browse
let swantje: Browse
let gerd: Browse
let henrike: Browse
let nele: Browse

beforeAll(async () => {
  w = await world()
  we = between(w)
  tarek = await w.as('tarek')
  swantje = await w.as('swantje')
  gerd = await w.as('gerd')
  henrike = await w.as('henrike')
  nele = await w.as('nele')
})

const html = async (answer: Response | Promise<Response>) => (await answer).text()
const idIn = (response: Response) => response.headers.get('location')?.split('/').at(-1) ?? ''

/** Asked by Tarek through the form. */
const asks = async (more: Record<string, string> = {}) => {
  const form = { title: 'Wessen Böden?', reason: 'Es geht um eure Höfe.', request: 'decide', wish: 'Bitte sagt ja.' }
  return tarek(paths.referrals(w.groups.en), { form: { ...form, ...more } })
}

describe('from group to group', () => {
  test('the addressee is chosen in the form, and only one that is there', async () => {
    const page = await html(tarek(paths.newReferral(w.groups.en)))
    expect(page).toContain('Wer soll es bekommen?')
    expect(page).toContain('AG\u00A0Landwirtschaft')
    expect(page).not.toContain(`value="${w.groups.en.id}"`)
    expect((await asks({ to: w.groups.en.id })).status).toBe(422)
    expect((await asks({ to: crypto.randomUUID() })).status).toBe(422)
  })

  test('the other group has it in its inbox and answers; nobody else sees it, nobody without the role answers', async () => {
    const sent = await asks({ to: w.groups.lw.id })
    const referral = { id: idIn(sent) } as Referral
    expect(await html(tarek(paths.referral(w.groups.en, referral)))).toContain(
      'Bei der AG\u00A0Landwirtschaft in Arbeit',
    )
    const list = await html(nele(paths.referrals(w.groups.lw)))
    expect(list).toContain('Eingegangen')
    expect(list).toContain('Wessen Böden?')
    expect(await html(nele(paths.group(w.groups.lw)))).toContain('Eingegangen von anderen Gruppen')
    const actors = [await w.actor('nele', 'lw')]
    const duties = await waitingFor(w.db, w.people.nele, actors, await around(w.db, actors))
    expect(duties).toMatchObject([{ kind: 'reply', group: { slug: 'lw' }, referral: { id: referral.id } }])

    const here = paths.referral(w.groups.lw, referral)
    const answer = paths.referralAnswer(w.groups.lw, referral)
    const forms = await html(nele(here))
    expect(forms).toContain('Was antwortet ihr?')
    expect(forms).not.toContain('Was antwortet der Kreis?')
    const noted = { form: { kind: 'noted', statement: 'Wir haben es gelesen.' } }
    const [jost, ole] = [await w.as('jost'), await w.as('ole')]
    expect([(await jost(here)).status, (await jost(answer, noted)).status]).toEqual([200, 403])
    expect((await henrike(paths.referral(w.groups.kk, referral))).status).toBe(404)
    expect((await ole(paths.referral(w.groups.mo, referral))).status).toBe(404)
    expect((await ole(here)).status).toBe(404)
    expect((await tarek(paths.referralAnswer(w.groups.en, referral), noted)).status).toBe(403)

    expect((await nele(answer, noted)).status).toBe(303)
    const back = await html(tarek(paths.referral(w.groups.en, referral)))
    expect(back).toContain('Was die AG\u00A0Landwirtschaft geantwortet hat')
    expect(back).toContain('Wir haben es gelesen.')
  })

  test('its own proposal there becomes the answer', async () => {
    const referral = { id: idIn(await asks({ to: w.groups.lw.id })) }
    const form = { title: 'Böden', wording: 'Die Höfe in Tannrode machen mit.' }
    const taken = await nele(paths.referralProposal(w.groups.lw, referral), { form })
    expect(taken.headers.get('location')).toContain('/groups/lw/proposals/')
    expect(await html(tarek(paths.referral(w.groups.en, referral)))).toContain('aufgegriffen am')
  })
})

describe('until when', () => {
  test('a deadline from outside and the wish stand on both sides, and are in red once they are over', async () => {
    const yesterday = new Date(Date.now() - 30 * 3_600_000).toISOString().slice(0, 10)
    const late = await we.send(null, { externalDeadline: yesterday, wishedBy: '2099-01-01' })
    for (const [who, group] of [
      [tarek, w.groups.en],
      [henrike, w.groups.kk],
    ] as const) {
      expect(await html(who(paths.referral(group, late)))).toContain('Die Antwort ist überfällig.')
      expect(await html(who(paths.referral(group, late)))).toContain('Frist von außen')
    }
    expect(await html(henrike(paths.referrals(w.groups.kk)))).toContain('überfällig seit')
    expect(await html(tarek(paths.referrals(w.groups.en)))).toContain('Die Antwort ist überfällig.')
    expect(await html(tarek(paths.group(w.groups.en)))).toContain('Die Antwort ist überfällig.')
  })

  test('a deadline that is over is refused with what was typed', async () => {
    const sent = await asks({ externalDeadline: '2001-01-01' })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('Wessen Böden?')
  })
})

describe('taking back', () => {
  test('is for lead and delegate of the group, with a reason', async () => {
    const referral = await we.send(null)
    const there = paths.referralWithdrawal(w.groups.en, referral)
    expect(await html(tarek(there))).toContain('Warum zieht ihr es zurück?')
    expect((await gerd(there)).status).toBe(403)
    expect((await henrike(paths.referralWithdrawal(w.groups.kk, referral))).status).toBe(403)
    expect((await nele(paths.referralWithdrawal(w.groups.lw, referral))).status).toBe(404)
    expect((await tarek(there, { form: { words: ' ' } })).status).toBe(422)
    expect((await tarek(there, { form: { words: 'Das ist überholt.' } })).status).toBe(303)
    const page = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(page).toContain('Zurückgezogen')
    expect(page).toContain('Das ist überholt.')
    expect(page).not.toContain('Was antwortet der Kreis?')
    expect((await tarek(there)).status).toBe(302)
  })

  test('is refused in words while the circle decides, and what was typed stays', async () => {
    const referral = await we.send(null)
    const taken = await we.takesUp(referral)
    await we.opens(taken as { proposalId: string })
    const sent = await tarek(paths.referralWithdrawal(w.groups.en, referral), { form: { words: 'Zu früh geschickt.' } })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Darüber wird gerade entschieden.')
    expect(page).toContain('Zu früh geschickt.')
  })
})

test('a newer one takes the place: proposed by the circle, agreed to by the group, linked both ways', async () => {
  const [older, newer] = [await we.send(null), await we.send(null, { title: 'Dürfen wir jetzt klagen?' })]
  const there = paths.referralReplacements(w.groups.kk, older)
  expect(await html(henrike(there))).toContain('Dürfen wir jetzt klagen?')
  expect((await nele(there)).status).toBe(403)
  expect((await tarek(paths.referralReplacements(w.groups.en, older))).status).toBe(403)
  expect((await henrike(there, { form: { successorId: crypto.randomUUID() } })).status).toBe(422)
  await henrike(there, { form: { successorId: newer.id, words: 'Dieselbe Frage.' } })
  expect(await html(swantje('/'))).toContain('Zustimmen oder nicht')
  expect(await html(gerd('/'))).not.toContain('Zustimmen oder nicht')
  const page = await html(swantje(paths.referral(w.groups.en, older)))
  const [, proposed = ''] = /replacements\/([\w-]+)\/agreement/.exec(page) ?? []
  expect(page).toContain('Dieselbe Frage.')
  expect(await html(henrike(paths.referral(w.groups.kk, older)))).not.toContain('/agreement')
  const agreement = (group: { slug: string }) => paths.replacementAgreement(group, older, { id: proposed })
  expect((await gerd(agreement(w.groups.en), { form: {} })).status).toBe(403)
  expect((await henrike(agreement(w.groups.kk), { form: {} })).status).toBe(403)
  expect((await swantje(agreement(w.groups.en), { form: {} })).status).toBe(303)
  const { cited } = await we.find(newer)
  expect(await html(henrike(paths.referral(w.groups.kk, older)))).toContain(cited)
  expect(await html(henrike(paths.referral(w.groups.kk, newer)))).toContain('Tritt an die Stelle von')
})

describe('the reasons of a return', () => {
  test('are answered by the group one by one; the circle cannot, and sees them', async () => {
    const first = await we.sendText('Mit Gründen')
    await we.returns(first)
    const reasons = (await we.find(first)).answer?.reasons ?? []
    const there = paths.reasonReplies(w.groups.en, first)
    const page = await html(gerd(there))
    for (const { words } of reasons) expect(page).toContain(words)
    expect((await henrike(paths.reasonReplies(w.groups.kk, first))).status).toBe(403)
    expect((await nele(paths.reasonReplies(w.groups.lw, first))).status).toBe(404)
    const [one] = reasons
    const long = await gerd(there, { form: { [`reply-${one?.id}`]: 'a'.repeat(2001) } })
    expect(long.status).toBe(422)
    const nothing = await gerd(there, { form: { [`reply-${one?.id}`]: '  ' } })
    expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('Hier steht noch nichts.')])
    const [, other] = reasons
    const form = { [`reply-${one?.id}`]: 'Das Land zahlt.', [`passage-${other?.id}`]: 'Abschnitt 9' }
    const half = await gerd(there, { form })
    const refused = await half.text()
    expect(half.status).toBe(422)
    for (const kept of ['Die Stelle ist genannt.', 'Das Land zahlt.', 'Abschnitt 9']) expect(refused).toContain(kept)
    expect((await we.find(first)).answer?.reasons.map(({ reply }) => reply)).toEqual([null, null])
    await gerd(there, { form: { [`reply-${one?.id}`]: 'Das Land bezahlt.', [`passage-${one?.id}`]: 'Abschnitt 2' } })
    const draftId = (await we.find(first)).answer?.draftId ?? ''
    const draft = await html(gerd(paths.document(w.groups.en, { id: draftId })))
    expect(draft).toContain('Das Land bezahlt.')
    expect(draft).toContain('Zu den Gründen antworten')
    expect(await html(henrike(paths.referral(w.groups.kk, first)))).not.toContain('Das Land bezahlt.')
    expect(await html(tarek(paths.referral(w.groups.en, first)))).toContain('Das Land bezahlt.')

    const paper = { id: draftId, groupId: w.groups.en.id } as Parameters<Between['freeze']>[0]
    const decision = await we.decide(await we.freeze(paper), 'Überarbeitet')
    expect(await html(tarek(paths.newReferral(w.groups.en, decision)))).toContain('Zu einem Grund habt ihr noch nichts')
    const second = await we.send(decision, { followsId: first.id })
    for (const path of [paths.referral, paths.referralDifference]) {
      const circles = await html(henrike(path(w.groups.kk, second)))
      for (const words of ['Das Land bezahlt.', 'Abschnitt 2', 'Dazu hat die Gruppe nichts gesagt.']) {
        expect(circles).toContain(words)
      }
    }
    expect(await html(henrike(paths.referral(w.groups.kk, first)))).toContain('Das Land bezahlt.')
    expect((await gerd(there, { form: { [`reply-${one?.id}`]: 'Doch nicht.' } })).status).toBe(422)
  })

  test('what has none has nothing to answer', async () => {
    const open = await we.send(null)
    expect((await gerd(paths.reasonReplies(w.groups.en, open))).status).toBe(404)
    expect((await gerd(paths.reasonReplies(w.groups.en, open), { form: {} })).status).toBe(404)
  })
})

test('everything is there in English, too', async () => {
  const referral = await we.send(null)
  await tarek('/language', { form: { lang: 'en' } })
  expect(await html(tarek(paths.referralWithdrawal(w.groups.en, referral)))).toContain('Why do you take it back?')
  expect(await html(tarek(paths.newReferral(w.groups.en)))).toContain('Is there a deadline from outside?')
})
