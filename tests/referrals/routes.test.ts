import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { type Between, between, proposalIn } from './setting.ts'

let w: World
let we: Between
let tarek: Browse
let gerd: Browse
let henrike: Browse
let nele: Browse

beforeAll(async () => {
  w = await world()
  we = between(w)
  tarek = await w.as('tarek')
  gerd = await w.as('gerd')
  henrike = await w.as('henrike')
  nele = await w.as('nele')
})

const html = async (answer: Response | Promise<Response>) => (await answer).text()
const wish = { request: 'adopt', wish: 'Bitte beschließt den Text.' }
const today = () => new Date().toISOString().slice(0, 10)

describe('handing over', () => {
  test('takes a button and one sentence, and the circle has it', async () => {
    const { snapshot } = await we.text()
    const decision = await we.decide(snapshot)
    const asked = await html(tarek(paths.newReferral(w.groups.en, decision)))
    expect(asked).toContain('Fassung\u00a01 weiterleiten?')
    const sent = await tarek(paths.referrals(w.groups.en), { form: { ...wish, decision: decision.id } })
    expect(sent.status).toBe(303)

    const page = sent.headers.get('location') ?? ''
    expect(await html(tarek(page))).toContain('Beim Kreis in Arbeit')
    expect(await html(henrike(paths.referrals(w.groups.kk)))).toContain('RPL 2.0 und wir: Energie')
    expect((await tarek(paths.newReferral(w.groups.en, decision))).headers.get('location')).toBe(page)
  })

  test('a question needs a title and a reason; what was typed stays', async () => {
    const form = { request: 'decide', wish: 'Bitte sagt uns ja oder nein.', wishedBy: '2001-01-01' }
    const sent = await tarek(paths.referrals(w.groups.en), { form })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Bitte schreib in wenigen Worten, worum es geht.')
    expect(page).toContain('Bitte schreib, warum es ohne Beschluss kommt.')
    expect(page).toContain('Dieser Tag ist schon vorbei.')
    expect(page).toContain('Bitte sagt uns ja oder nein.')
  })

  test('an unknown request is refused and nothing is sent', async () => {
    const decision = await we.decide()
    const form = { ...wish, request: 'burn', decision: decision.id }
    expect((await tarek(paths.referrals(w.groups.en), { form })).status).toBe(422)
    expect((await tarek(paths.newReferral(w.groups.en, decision))).status).toBe(200)
  })

  test('is for lead and delegate, and says so to the others', async () => {
    const decision = await we.decide()
    expect((await gerd(paths.newReferral(w.groups.en, decision))).status).toBe(403)
    expect((await gerd(paths.referrals(w.groups.en), { form: {} })).status).toBe(403)
    const page = await html(gerd(paths.referrals(w.groups.en)))
    expect(page).toContain('Weiterleiten können nur Leitung und Delegierte')
    expect(page).toContain('Swantje Kieselbach, Tarek Lindhövel')
  })

  test('another group\u2019s decision is not there under one\u2019s own group (S-44)', async () => {
    const decision = await we.decide()
    expect((await nele(paths.newReferral(w.groups.lw, decision))).status).toBe(404)
    const form = { ...wish, decision: decision.id }
    expect((await nele(paths.referrals(w.groups.lw), { form })).status).toBe(404)
  })
})

describe('one referral', () => {
  test('is open to its two groups alone, under their own address', async () => {
    const referral = await we.sendText()
    for (const path of [paths.referral, paths.referralText]) {
      expect((await gerd(path(w.groups.en, referral))).status).toBe(200)
      expect((await henrike(path(w.groups.kk, referral))).status).toBe(200)
      expect((await nele(path(w.groups.lw, referral))).status).toBe(404)
      expect((await nele(path(w.groups.en, referral))).status).toBe(404)
    }
    for (const path of [paths.referralProposal, paths.referralAnswer]) {
      expect((await nele(path(w.groups.lw, referral), { form: { kind: 'noted' } })).status).toBe(404)
      expect((await tarek(path(w.groups.en, referral), { form: { kind: 'noted' } })).status).toBe(403)
      expect((await nele(path(w.groups.kk, referral), { form: { kind: 'noted' } })).status).toBe(403)
    }
  })

  test('shows the circle the very text that was frozen', async () => {
    const referral = await we.sendText()
    const page = await html(henrike(paths.referralText(w.groups.kk, referral)))
    expect(page).toContain('Wärme fehlt ganz.')
    expect(page).toContain('Genau dieser Text ging an den Kreis.')
  })

  test('says to the members of the circle who enters the answer', async () => {
    const referral = await we.send(null)
    const page = await html(nele(paths.referral(w.groups.kk, referral)))
    expect(page).toContain('Antworten trägt ein, wer den Kreis koordiniert oder moderiert')
    expect(page).toContain('Henrike Talmann')
    expect(page).not.toContain('Zur Überarbeitung zurückgeben')
  })
})

describe('the circle answers', () => {
  const action = (referral: { id: string }) => paths.referralAnswer(w.groups.kk, referral)
  const returned = () => ({ kind: 'returned', contactId: w.people.ayla.id, wishedBy: '2099-10-20' })

  test('with reasons, and the group finds them where it looks', async () => {
    const referral = await we.sendText()
    const form = { ...returned(), reason1: 'Wer bezahlt?', reason2: '', reason4: 'Wie wird ausgelost?' }
    expect((await henrike(action(referral), { form })).status).toBe(303)
    const page = await html(tarek(paths.referral(w.groups.en, referral)))
    for (const words of [
      'Wer bezahlt?',
      'Wie wird ausgelost?',
      'Ayla Brenscheid',
      'Am neuen Entwurf weiterschreiben',
    ]) {
      expect(page).toContain(words)
    }
    const circles = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(circles).not.toContain('Am neuen Entwurf weiterschreiben')
    expect(await html(tarek(paths.tasks(w.groups.en)))).toContain('Überarbeiten: RPL 2.0 und wir: Energie')
  })

  test('not without a reason, and what was typed stays', async () => {
    const referral = await we.send(null)
    const form = { ...returned(), reason1: ' ', statement: 'Ein Satz, der bleibt.' }
    const sent = await henrike(action(referral), { form })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Bitte nenne mindestens einen Grund.')
    expect(page).toContain('Ein Satz, der bleibt.')
  })

  test('names only somebody from the circle as contact', async () => {
    const referral = await we.send(null)
    const form = { ...returned(), reason1: 'Warum?', contactId: w.people.gerd.id }
    expect((await henrike(action(referral), { form })).status).toBe(422)
  })

  test('hopes for the reworked text in two weeks if it does not say otherwise', async () => {
    const referral = await we.send(null)
    await henrike(action(referral), { form: { ...returned(), wishedBy: '', reason1: 'Warum?' } })
    const { answer } = await we.find(referral)
    expect(Date.parse(answer?.wishedBy ?? '') - Date.parse(today())).toBeGreaterThanOrEqual(13 * 86_400_000)
  })

  test('once: whoever comes second sees what is now true', async () => {
    const referral = await we.send(null)
    const ayla = await w.as('ayla')
    const [one, two] = await Promise.all([
      henrike(action(referral), { form: { ...returned(), reason1: 'Von Henrike.' } }),
      ayla(action(referral), { form: { kind: 'noted', statement: 'Von Ayla.' } }),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    const { answer } = await we.find(referral)
    const page = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(page).toContain(answer?.kind === 'returned' ? 'Von Henrike.' : 'Von Ayla.')
    expect(page).not.toContain(answer?.kind === 'returned' ? 'Von Ayla.' : 'Von Henrike.')
  })

  test('by taking it up: a suggestion that can be changed becomes its own proposal', async () => {
    const referral = await we.sendText()
    const page = await html(henrike(paths.referral(w.groups.kk, referral)))
    expect(page).toContain('Der Koordinierungskreis beschließt das Papier „RPL 2.0 und wir: Energie“ in der Fassung')
    const form = { title: referral.title, wording: 'Der Koordinierungskreis beschließt es so.' }
    const taken = await henrike(paths.referralProposal(w.groups.kk, referral), { form })
    const { takenUp } = await we.find(referral)
    expect(taken.headers.get('location')).toBe(`/groups/kk/proposals/${takenUp?.proposalId}`)
  })

  test('in plain words that it cannot return what it is deciding on', async () => {
    const referral = await we.send(null)
    await we.opens(proposalIn(await we.takesUp(referral)))
    expect(await html(henrike(paths.referral(w.groups.kk, referral)))).toContain(
      'Der Kreis entscheidet gerade darüber.',
    )
    const sent = await henrike(action(referral), { form: { ...returned(), reason1: 'Zu spät gedacht.' } })
    expect(sent.status).toBe(422)
    const page = await sent.text()
    expect(page).toContain('Sein Beschluss wird die Antwort sein.')
    expect(page).toContain('Zu spät gedacht.')
  })
})

describe('the second sending', () => {
  test('knows the first by its draft, and shows what is different', async () => {
    const first = await we.sendText()
    await we.returns(first)
    const draftId = (await we.find(first)).answer?.draftId ?? ''
    const draft = { id: draftId, groupId: w.groups.en.id } as Parameters<Between['freeze']>[0]
    const decision = await we.decide(await we.freeze(draft), 'RPL 2.0, überarbeitet')
    expect(await html(tarek(paths.newReferral(w.groups.en, decision)))).toContain(
      'noch einmal. Wer es bekommt, sieht beide nebeneinander.',
    )

    const sent = await tarek(paths.referrals(w.groups.en), { form: { ...wish, decision: decision.id } })
    const id = sent.headers.get('location')?.split('/').at(-1) ?? ''
    expect((await we.find({ id })).followsId).toBe(first.id)
    expect(await html(henrike(paths.referral(w.groups.kk, { id })))).toContain('Unterschied zur ersten Vorlage ansehen')
    expect(await html(henrike(paths.referralDifference(w.groups.kk, { id })))).toContain('Wer bezahlt?')
    expect((await nele(paths.referralDifference(w.groups.en, { id }))).status).toBe(404)
  })
})

test('guests see neither what was sent nor what came in', async () => {
  const vera = await w.as('vera')
  expect((await vera(paths.referrals(w.groups.di))).status).toBe(403)
  expect((await vera(paths.newReferral(w.groups.di))).status).toBe(403)
})

test('an empty list says what to do, an empty inbox that all is done', async () => {
  const ole = await w.as('ole')
  expect(await html(ole(paths.referrals(w.groups.mo)))).toContain('Noch nichts geschickt.')
  const empty = await world()
  const alone = await empty.as('henrike')
  expect(await html(alone(paths.referrals(empty.groups.kk)))).toContain('Nichts offen.')
})

test('what is answered turns page by page on both sides; what is open stands on the first one', async () => {
  const { db, groups, as } = await world()
  await db.execute(sql`
    insert into referrals (year, number, from_id, to_id, title, request, reason, wish, forwarded_by_id, created_at)
    select 2020, n, ${groups.en.id}, ${groups.kk.id}, 'Anliegen ' || n, 'take_note', 'Darum.', 'Bitte lest es.',
      (select id from people limit 1), now() - make_interval(days => 61 - n)
    from generate_series(1, 61) n`)
  await db.execute(sql`
    insert into answers (referral_id, kind, statement, answered_by_id, created_at)
    select id, 'noted', 'Gelesen.', forwarded_by_id, created_at + interval '1 hour' from referrals where number > 1`)
  for (const [who, group] of [
    ['henrike', groups.kk],
    ['tarek', groups.en],
  ] as const) {
    const browser = await as(who)
    const [first, second] = [
      await html(browser(paths.referrals(group))),
      await html(browser(paths.referrals(group, { page: 2 }))),
    ]
    expect(first).toContain('>Anliegen 1<')
    expect(first).toContain('>Anliegen 12<')
    expect(first).not.toContain('>Anliegen 11<')
    expect(first).toContain(`href="${paths.referrals(group, { page: 2 })}"`)
    expect(second).toContain('>Anliegen 11<')
    expect(second).not.toMatch(/>Anliegen (1|12)</)
  }
})
