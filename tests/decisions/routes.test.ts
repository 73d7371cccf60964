import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { rounds } from '#src/decisions/rounds/schema.ts'
import { forward } from '#src/referrals/sending/forwarding.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { answered, type Deciding, deciding, frozenText, heat } from './setting.ts'

let w: World
let en: Deciding
let swantje: Browse
let bjarne: Browse
let fritjof: Browse
let gerd: Browse
let nele: Browse
let vera: Browse

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  ;[swantje, bjarne, fritjof, gerd, nele, vera] = (await Promise.all(
    (['swantje', 'bjarne', 'fritjof', 'gerd', 'nele', 'vera'] as const).map((key) => w.as(key)),
  )) as [Browse, Browse, Browse, Browse, Browse, Browse]
})

const today = dayOf(new Date())
const nextWeek = addDays(today, 7)
const place = (response: Response) => response.headers.get('Location') ?? ''
const english = { headers: { 'Accept-Language': 'en' } }

const proposal = { title: 'Wärmenetz Tannrode', wording: 'Wir lassen ein Wärmenetz prüfen.', scope: 'own_group' }

async function opened(method = 'consent') {
  const made = await swantje('/groups/en/proposals', { form: { ...proposal, method, closesOn: nextWeek } })
  expect(made.status).toBe(303)
  return place(made)
}

describe('a proposal', () => {
  test('is made by a member, changed by another one, and asked by the lead', async () => {
    const made = await gerd('/groups/en/proposals', { form: { ...proposal, method: 'later' } })
    const page = place(made)
    expect(page).toMatch(/^\/groups\/en\/proposals\/[0-9a-f-]{36}$/)
    expect(await (await bjarne(page)).text()).toContain('Eine Runde eröffnen Leitung und Moderation.')
    expect(await (await bjarne(page)).text()).toContain('Swantje Kieselbach')

    const wording = 'Wir lassen bis März ein Wärmenetz prüfen.'
    expect((await bjarne(`${page}/wording`, { form: { ...proposal, wording, version: 1 } })).status).toBe(303)
    expect(await (await gerd(page)).text()).toContain('2. Wortlaut')

    const round = await swantje(`${page}/rounds`, { form: { method: 'consent', closesOn: nextWeek, version: 2 } })
    expect(place(round)).toContain('/groups/en/rounds/')
    const text = await (await gerd(place(round))).text()
    expect(text).toContain(wording)
    expect(text).toContain('Hast du einen schwerwiegenden Einwand?')
    expect(text).toContain('24\u00A0Uhr')
    expect(text).toContain('0 von 5 haben geantwortet')
  })

  test('that is incomplete comes back as it was typed', async () => {
    const back = await gerd('/groups/en/proposals', { form: { ...proposal, wording: ' ', title: 'Getippter Titel' } })
    expect(back.status).toBe(422)
    const text = await back.text()
    expect(text).toContain('Getippter Titel')
    expect(text).toContain('Bitte schreib die Sätze auf, die gelten sollen.')
  })

  test('of a round in the past, in a way the group does not decide, or about a foreign text is refused', async () => {
    const attempt = async (form: object) => {
      const back = await swantje('/groups/en/proposals', {
        form: { ...proposal, method: 'consent', closesOn: nextWeek, ...form },
      })
      return [back.status, await back.text()] as const
    }
    const [status, text] = await attempt({ closesOn: addDays(today, -1) })
    expect(status).toBe(422)
    expect(text).toContain('Das ist schon vorbei.')
    expect((await attempt({ closesOn: addDays(today, 400) }))[1]).toContain('mehr als ein Jahr')
    expect((await attempt({ closesOn: '2026-02-31' }))[0]).toBe(422)
    expect((await attempt({ method: 'recorded' }))[0]).toBe(422)
    const foreign = await frozenText(w, 'lw', 'Boden und Wasser')
    expect((await attempt({ snapshotId: foreign.snapshot.id }))[1]).toContain('Diese Fassung gibt es hier nicht.')
  })

  test('goes into its first round at once only from somebody who may open one', async () => {
    const form = { ...proposal, method: 'consent', closesOn: nextWeek }
    expect((await gerd('/groups/en/proposals', { form })).status).toBe(403)
    expect(await opened()).toContain('/rounds/')
  })

  test('that somebody else has changed meanwhile is neither overwritten nor asked about unread', async () => {
    const page = place(await gerd('/groups/en/proposals', { form: proposal }))
    const read = (text: string) => [...text.matchAll(/name="version" value="(\d+)"/g)].map(([, version]) => version)
    expect(read(await (await swantje(page)).text())).toEqual(['1', '1'])
    const changed = await bjarne(`${page}/wording`, { form: { ...proposal, wording: 'Neu von Bjarne.', version: 1 } })
    expect(changed.status).toBe(303)

    const said = 'Jemand hat den Wortlaut inzwischen geändert. Lies ihn und versuch es noch einmal.'
    const mine = { ...proposal, wording: 'Neu von Gerd.', version: 1 }
    const back = await gerd(`${page}/wording`, { form: mine })
    expect(back.status).toBe(422)
    const text = await back.text()
    for (const shown of [said, 'Neu von Bjarne.', 'Neu von Gerd.']) expect(text).toContain(shown)
    expect(read(text)).toEqual(['2'])
    const early = await gerd(`${page}/wording`, { form: { ...mine, title: '' } })
    expect(read(await early.text())).toEqual(['1'])

    const opening = { method: 'consent', closesOn: nextWeek, version: 1 }
    const unread = await swantje(`${page}/rounds`, { form: opening })
    expect(unread.status).toBe(422)
    const shown = await unread.text()
    expect(shown).toContain(said)
    expect(shown).toContain('Neu von Bjarne.')
    expect(shown).toContain(`value="${nextWeek}"`)
    expect(await w.db.$count(rounds, eq(rounds.proposalId, page.split('/').at(-1) ?? ''))).toBe(0)
    expect((await gerd(`${page}/wording`, { form: { ...mine, version: 2 } })).status).toBe(303)
    expect(place(await swantje(`${page}/rounds`, { form: { ...opening, version: 3 } }))).toContain('/rounds/')
  })

  test('about a text that somebody wants decided begins with the way in which the group decides', async () => {
    const { snapshot } = await frozenText(w)
    const chosen = async (path: string) =>
      /name="method" value="(\w+)" checked/.exec(await (await swantje(path)).text())?.[1] ?? 'nothing'
    expect(await chosen('/groups/en/proposals/new')).toBe('later')
    expect(await chosen(`/groups/en/proposals/new?snapshot=${snapshot.id}`)).toBe('consent')
    expect(await (await gerd(`/groups/en/proposals/new?snapshot=${snapshot.id}`)).text()).not.toContain('name="method"')
  })

  test('is withdrawn by its author with a reason', async () => {
    const page = place(await gerd('/groups/en/proposals', { form: proposal }))
    expect((await swantje(`${page}/withdrawal`, { form: { reason: 'Weg damit' } })).status).toBe(403)
    expect((await gerd(`${page}/withdrawal`, { form: { reason: '' } })).status).toBe(422)
    expect((await gerd(`${page}/withdrawal`, { form: { reason: 'Hat sich erledigt.' } })).status).toBe(303)
    expect(await (await bjarne(page)).text()).toContain('Hat sich erledigt.')
  })

  test('from the circle may be about the text of a group, which its members then read there', async () => {
    const kk = deciding(w, 'kk')
    const { snapshot } = await frozenText(w, 'en', 'Energie bleibt im Dorf')
    const round = await kk.open(await kk.propose('henrike', { ...heat, snapshotId: snapshot.id }))
    const page = await (await nele(`/groups/kk/rounds/${round.id}`)).text()
    expect(page).toContain(`/groups/kk/rounds/${round.id}/text`)
    expect(await (await nele(`/groups/kk/rounds/${round.id}/text`)).text()).toContain('Wärme fehlt.')
    expect((await gerd(`/groups/kk/rounds/${round.id}/text`)).status).toBe(404)
  })
})

async function counted() {
  const round = await answered(en)
  await en.count('swantje', round)
  return round
}

describe('answering', () => {
  test('shows what I said and until when I can change it', async () => {
    const round = await opened()
    const given = await gerd(`${round}/ballot`, { form: { choice: 'concern', concern: 'Wer zahlt die Prüfung?' } })
    expect(place(given)).toBe(round)
    const text = await (await gerd(round)).text()
    expect(text).toMatch(/Abgegeben um [0-9:]+\u00A0Uhr\. Du kannst bis .+ ändern\./)
    expect(text).toContain('Wer zahlt die Prüfung?')
  })

  test('an objection without a reason comes back with a sentence that says how to go on', async () => {
    const back = await bjarne(`${await opened()}/ballot`, { form: { choice: 'objection', objection: '  ' } })
    expect(back.status).toBe(422)
    expect(await back.text()).toContain('Bitte schreib in ein, zwei Sätzen, welchem Ziel der Vorschlag schadet.')
  })

  test('no choice, and a choice of another method, are refused', async () => {
    const round = await opened()
    expect((await gerd(`${round}/ballot`, { form: {} })).status).toBe(422)
    expect((await gerd(`${round}/ballot`, { form: { choice: 'yes' } })).status).toBe(422)
    expect((await gerd(`${await opened('majority')}/ballot`, { form: { choice: 'consent' } })).status).toBe(422)
  })

  test('once it is counted, an answer is refused in plain words', async () => {
    const { id } = await counted()
    const back = await gerd(`/groups/en/rounds/${id}/ballot`, { form: { choice: 'concern', concern: 'Zu spät' } })
    expect(back.status).toBe(422)
    expect(await back.text()).toContain('Die Runde ist schon ausgezählt.')
  })

  test('before the count nobody else finds out how somebody answered, on no page', async () => {
    const round = await opened()
    await bjarne(`${round}/ballot`, { form: { choice: 'objection', objection: 'Völlig unverwechselbarer Grund' } })
    const proposals = await (await gerd('/groups/en/proposals')).text()
    for (const page of [round, '/groups/en', '/groups/en/proposals', '/', '/decisions']) {
      expect(await (await gerd(page)).text()).not.toContain('unverwechselbarer')
    }
    expect(proposals).toContain('1 von 5 hat geantwortet')
    expect(await (await bjarne(round)).text()).toContain('unverwechselbarer')
  })

  test('somebody without a vote is told so, and is refused', async () => {
    const kk = deciding(w, 'kk')
    const round = `/groups/kk/rounds/${(await kk.open(await kk.propose('ayla'))).id}`
    const henrike = await w.as('henrike')
    expect(await (await henrike(round)).text()).toContain('Du hast in dieser Runde keine Stimme.')
    expect((await henrike(`${round}/ballot`, { form: { choice: 'consent' } })).status).toBe(403)
  })
})

describe('counting and establishing', () => {
  test('says who can count, and who the second person can be', async () => {
    const round = await answered(en)
    const page = `/groups/en/rounds/${round.id}`
    expect(await (await gerd(page)).text()).toContain('Auszählen können Leitung und Moderation.')
    expect((await gerd(`${page}/count`, { form: {} })).status).toBe(403)
    expect(await (await swantje(page)).text()).toContain('Runde schließen und auszählen')
    expect((await swantje(`${page}/count`, { form: {} })).status).toBe(303)

    expect(await (await swantje(page)).text()).toMatch(/Du hast ausgezählt.+Fritjof Bellinghaus/s)
    expect((await swantje(`${page}/decision`, { form: {} })).status).toBe(403)
    expect((await gerd(`${page}/decision`, { form: {} })).status).toBe(403)
    expect(await (await fritjof(page)).text()).toContain('Ergebnis feststellen')
    const established = await fritjof(`${page}/decision`, { form: {} })
    expect(place(established)).toMatch(/^\/decisions\/EN-\d{4}-\d{3}$/)
    expect(place(await fritjof(`${page}/decision`, { form: {} }))).toBe(place(established))
    expect(await (await gerd(page)).text()).toContain(place(established))
  })

  test('before its time nobody counts', async () => {
    const round = await opened()
    expect((await swantje(`${round}/count`, { form: {} })).status).toBe(403)
    expect(await (await swantje(round)).text()).toContain('sobald alle geantwortet haben oder die Zeit vorbei ist')
  })

  test('an objection leads to a new wording, and only its owner says that it is worked in', async () => {
    const round = await opened()
    await bjarne(`${round}/ballot`, { form: { choice: 'objection', objection: 'Zeile 2 fordert ein Verbot.' } })
    for (const reader of [gerd, swantje, fritjof]) await reader(`${round}/ballot`, { form: { choice: 'consent' } })
    await (await w.as('tarek'))(`${round}/ballot`, { form: { choice: 'concern', concern: 'Eilt es so?' } })
    await swantje(`${round}/count`, { form: {} })
    const result = await (await gerd(round)).text()
    expect(result).toContain('Einwand offen')
    expect(result).toContain('Zeile 2 fordert ein Verbot.')
    expect(result).toContain('Das ist Bjarne Tannrodt.')
    expect(result).toContain('Eilt es so?')

    const page = result.match(/\/groups\/en\/proposals\/[0-9a-f-]{36}/)?.[0] ?? ''
    expect(
      (await swantje(`${page}/rounds`, { form: { method: 'consent', closesOn: nextWeek, version: 1 } })).status,
    ).toBe(403)
    await gerd(`${page}/wording`, { form: { ...proposal, wording: 'Wir prüfen statt zu verbieten.', version: 1 } })
    const second = place(
      await swantje(`${page}/rounds`, { form: { method: 'consent', closesOn: nextWeek, version: 2 } }),
    )
    expect(await (await bjarne(second)).text()).toContain('Du hattest einen Einwand. Ist er jetzt eingearbeitet?')
    const objection = (await (await bjarne(second)).text()).match(/\/rounds\/[0-9a-f-]+\/objections\/[0-9a-f-]+/)?.[0]
    const end = `/groups/en${objection}/integration`
    expect((await swantje(end, { form: {} })).status).toBe(403)
    expect(place(await bjarne(end, { form: { note: 'Prüfauftrag statt Verbot' } }))).toBe(second)
    for (const reader of [gerd, swantje, fritjof, bjarne])
      await reader(`${second}/ballot`, { form: { choice: 'consent' } })
    await (await w.as('tarek'))(`${second}/ballot`, { form: { choice: 'consent' } })
    await swantje(`${second}/count`, { form: {} })
    const decision = place(await fritjof(`${second}/decision`, { form: {} }))

    const inside = await (await gerd(decision)).text()
    for (const said of [
      'Wir prüfen statt zu verbieten.',
      '1.\u00A0Runde',
      '2.\u00A0Runde',
      'Zeile 2 fordert ein Verbot.',
    ]) {
      expect(inside).toContain(said)
    }
    expect(inside).toContain('Bjarne Tannrodt sagt: Der Einwand ist eingearbeitet.')
    expect(inside).toContain('Prüfauftrag statt Verbot')
    const outside = await (await nele(decision)).text()
    expect(outside).toContain('Zeile 2 fordert ein Verbot.')
    for (const name of ['Bjarne', 'Gerd', 'Swantje', 'Fritjof']) expect(outside).not.toContain(name)
  })
})

describe('the short way', () => {
  const meeting = {
    wording: 'Wir treffen uns jeden ersten Dienstag.',
    decidedOn: today,
    place: 'Altenlarn',
    manner: 'einstimmig',
  }

  test('four fields, one click of a second person, one number', async () => {
    const report = place(await gerd('/groups/en/records', { form: meeting }))
    expect(await (await bjarne(report)).text()).toMatch(/zweite Person muss das noch bestätigen.+Swantje Kieselbach/s)
    expect((await bjarne(`${report}/decision`, { form: {} })).status).toBe(403)
    expect((await gerd(`${report}/decision`, { form: {} })).status).toBe(403)
    expect(await (await swantje(report)).text()).toContain('Ja, so haben wir beschlossen')
    const decision = place(await swantje(`${report}/decision`, { form: {} }))
    expect(decision).toMatch(/^\/decisions\/EN-/)
    const text = await (await nele(decision)).text()
    for (const said of ['Altenlarn', 'einstimmig', 'In einer Sitzung', 'nachträglich']) expect(text).toContain(said)
    expect(place(await swantje(`${report}/decision`, { form: {} }))).toBe(decision)
  })

  test('the page starts with today and gives back what was typed', async () => {
    expect(await (await gerd('/groups/en/records/new')).text()).toContain(`value="${today}"`)
    const back = await gerd('/groups/en/records', { form: { ...meeting, manner: '', place: 'Kirchfeld' } })
    expect(back.status).toBe(422)
    const text = await back.text()
    expect(text).toContain('Kirchfeld')
    expect(text).toContain('Bitte schreib auf, wie ihr das beschlossen habt.')
    const future = await gerd('/groups/en/records', { form: { ...meeting, decidedOn: nextWeek } })
    expect(await future.text()).toContain('Dieser Tag kommt erst noch.')
  })

  test('the reporter discards it, nobody else', async () => {
    const report = place(await gerd('/groups/en/records', { form: meeting }))
    expect((await swantje(`${report}/discard`, { form: {} })).status).toBe(403)
    expect((await gerd(`${report}/discard`, { form: {} })).status).toBe(303)
    expect(await (await swantje(report)).text()).toContain('Verworfen')
    expect(place(await swantje(`${report}/decision`, { form: {} }))).toBe(report)
  })
})

describe('the register', () => {
  test('is filtered by group, year and outcome, and says when there is nothing', async () => {
    const gl = deciding(w, 'gl')
    await gl.confirm('ilse', await gl.report('mirjam'))
    const all = await (await nele('/decisions')).text()
    expect(all).toContain('GL-')
    expect(all).toContain('EN-')
    const onlyGl = await (await nele('/decisions?group=gl&year=&outcome=adopted')).text()
    expect(onlyGl).toContain('GL-')
    expect(onlyGl).not.toContain('href="/decisions/EN-')
    expect(await (await nele('/decisions?group=gl&outcome=rejected')).text()).toContain(
      'Dazu gibt es keinen Beschluss.',
    )
    expect((await nele('/decisions?year=abc&outcome=%00')).status).toBe(200)
  })

  test('is for members of the alliance, not for guests or strangers', async () => {
    expect((await vera('/decisions')).status).toBe(403)
    expect((await w.anonymous('/decisions')).status).toBe(303)
    expect((await nele('/decisions/EN-1999-001')).status).toBe(404)
    expect((await nele('/decisions/en-2026-001')).status).toBe(404)
  })

  test('a decision shows its text, its checksum and what became of it', async () => {
    const { snapshot } = await frozenText(w)
    const round = await answered(en, 'yes', { ...heat, snapshotId: snapshot.id, scope: 'public_effect' })
    const count = await en.count('swantje', round)
    if (!count) throw new Error('Not counted')
    const decision = await en.finalise('fritjof', round, count)
    const page = `/decisions/EN-${decision.year}-${String(decision.number).padStart(3, '0')}`
    const before = await (await swantje(page)).text()
    expect(before).toContain('Prüfsumme abab…abab')
    expect(before).toContain('5\u00A0Ja')
    expect(before).toContain('Er gilt erst, wenn der Kreis geantwortet hat.')
    expect(before).toContain('An den Kreis geben')
    expect(await (await gerd(page)).text()).not.toContain('/referrals/new')
    expect(await (await nele(`${page}/text`)).text()).toContain('Wärme fehlt.')

    const actor = await w.actor('tarek', 'en')
    const sending = { title: heat.title, request: 'adopt', wish: 'Bitte beschließen.', wishedBy: null } as const
    const rest = { decision, reason: '', followsId: null }
    await change(w.ports, (tx, record) => forward(tx, record, actor, { ...sending, ...rest }))
    expect(await (await nele(page)).text()).toContain('Beim Kreis')
    expect(await (await swantje(page)).text()).not.toContain('An den Kreis geben')
  })
})

describe('from outside', () => {
  test('a stranger finds nothing, a guest is refused', async () => {
    const round = await opened()
    for (const page of ['/groups/en/proposals', '/groups/en/proposals/new', '/groups/en/records/new', round]) {
      expect([page, (await nele(page)).status]).toEqual([page, 404])
    }
    for (const page of ['/groups/di/proposals', '/groups/di/proposals/new', '/groups/di/records/new']) {
      expect([page, (await vera(page)).status]).toEqual([page, 403])
    }
    expect((await nele(`${round}/ballot`, { form: { choice: 'consent' } })).status).toBe(404)
  })

  test('a round of another group is not there', async () => {
    const gl = deciding(w, 'gl')
    const foreign = await gl.open(await gl.propose('ilse'))
    expect((await gerd(`/groups/en/rounds/${foreign.id}`)).status).toBe(404)
    expect((await gerd('/groups/en/rounds/not-an-id')).status).toBe(404)
  })

  test('every page speaks English too', async () => {
    const round = await opened()
    const page = await (await gerd(round, english)).text()
    expect(page).toContain('Do you have a serious objection?')
    expect(page).toContain('0 of 5 have answered')
    expect(await (await gerd('/groups/en/proposals/new', english)).text()).toContain('What exactly shall be in force?')
    expect(await (await gerd('/groups/en/records/new', english)).text()).toContain('What have you decided?')
    expect(await (await gerd('/decisions', english)).text()).toContain('What the groups and the circle have decided')
  })
})
