import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { endObjection } from '#src/decisions/objections/ending.ts'
import { objections } from '#src/decisions/objections/schema.ts'
import { rework } from '#src/decisions/proposals/reworking.ts'
import type { Proposal } from '#src/decisions/proposals/schema.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { rounds } from '#src/decisions/rounds/schema.ts'
import { beginReview } from '#src/documents/reviews/beginning.ts'
import type { Document } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { answers } from '#src/referrals/schema.ts'
import { deciding, everybody } from '../decisions/setting.ts'
import { letPublish, matterOf, papers, text } from '../documents/stages/setting.ts'
import { meeting } from '../meetings/planning-setting.ts'
import { establish, follow, pathOf, press, shows, stage, unfold } from './stage.ts'

const set = stage()

const title = 'RPL 2.0 und wir: Energie'

const rows = (second: string) =>
  text(
    'Zeile 1: Energieregion ja, aber in der Hand der Menschen. Ein Drittel der Fördermittel für Bürgerenergie.',
    `Zeile 2: Wasserstoff dort, wo es nicht anders geht. ${second}`,
    'Zeile 3: 10 Prozent der Fläche für Kultur, Bildung, Werkstätten.',
  )

const against =
  'Zeile 2 in Fassung 2 forderte ein Verbot. Das gefährdet unser Ziel, mit den Betrieben im Gespräch zu bleiben.'

const wording = (number: number) => `„${title}“ geht in der Fassung\u00a0${number} an den Koordinierungskreis.`

/** D-02 is in review, and the second version is the one that everybody has read. */
async function inReview(): Promise<Document> {
  const { w } = set
  const we = papers(w)
  const { document } = await we.text(title, 'Zeile 2: Wasserstoff ist kein Weg.')
  await we.write(document, rows('Kein Wasserstoff in der Region: Wir fordern ein Verbot.'))
  const swantje = await w.actor('swantje', 'en')
  const wish = { until: '2099-10-01', note: '', readerIds: [w.people.bjarne.id], called: () => 'Durchsicht 1' }
  const paper = await we.paper(document)
  await change(w.ports, (tx, record) => beginReview(tx, record, paper, swantje, wish, matterOf))
  expect(await we.stage(document)).toBe('in_review')
  return document
}

/** Round 1: Bjarne objects to row 2. */
async function roundOne(document: Document): Promise<Proposal> {
  const { w } = set
  const en = deciding(w)
  const { id: snapshotId } = await papers(w).freeze(document)
  const proposal = await en.propose('tarek', {
    ...{ title, wording: wording(2), snapshotId, scope: 'public_effect' },
    rationale: 'Unser Teil der gemeinsamen Antwort.',
  })
  const round = await en.open(proposal)
  for (const by of everybody)
    await en.answer(by, round, by === 'bjarne' ? 'objection' : 'consent', by === 'bjarne' ? against : '')
  expect(await en.count('swantje', round)).toMatchObject({ outcome: 'undecided', reason: 'open_objection' })
  return proposal
}

/** Row 2 changes, version 3 is frozen, and Bjarne says himself that this settles it. */
async function integrated(document: Document, proposal: Proposal): Promise<void> {
  const { w } = set
  const we = papers(w)
  await we.write(document, rows('Prüfauftrag Wasserbedarf vor jeder Standortzusage.'), 'bjarne')
  const { id: snapshotId, number } = await we.freeze(document)
  expect(number).toBe(3)
  const draft = {
    title,
    wording: wording(3),
    snapshotId,
    scope: 'public_effect' as const,
    rationale: proposal.rationale,
  }
  const by = { actorId: w.people.swantje.id, endsRound: false, sendings: async () => nothingSent }
  expect(await change(w.ports, (tx, record) => rework(tx, record, proposal, draft, by))).toBe('done')
  const [row] = await w.db
    .select({ objection: objections, round: rounds })
    .from(objections)
    .innerJoin(rounds, eq(rounds.id, objections.roundId))
    .where(eq(rounds.proposalId, proposal.id))
  if (!row) throw new Error('No objection')
  const note = 'Aus „Verbot“ wurde „Prüfauftrag“. Damit kann ich gut leben.'
  const end = { kind: 'integrated' as const, note, ownerId: w.people.bjarne.id, settledIn: 2 }
  await change(w.ports, (tx, record) => endObjection(tx, record, row.round, row.objection, end))
}

const nothingSent = { isWaiting: false, isOpen: false, returnedAt: null }

/** All five answer in round 2, Fritjof with a concern; Swantje counts. */
async function roundTwo(proposal: Proposal): Promise<string> {
  const en = deciding(set.w)
  const round = await en.open({ ...proposal, version: 2 })
  for (const by of everybody)
    await en.answer(by, round, by === 'fritjof' ? 'concern' : 'consent', by === 'fritjof' ? 'Uns fehlen Zahlen.' : '')
  expect(await en.count('swantje', round)).toMatchObject({ outcome: 'adopted' })
  return round.id
}

test('A1: from a draft in review, over an objection and the circle, to a public position', {
  timeout: 240_000,
}, async () => {
  const { w } = set
  const { en, kk } = w.groups
  const document = await inReview()
  const proposal = await roundOne(document)
  await integrated(document, proposal)
  const roundId = await roundTwo(proposal)
  await meeting(w).plan(8)

  // Fritjof is the second person; the decision tells the whole way of both rounds.
  const fritjof = await set.enter('fritjof', paths.round(en, { id: roundId }))
  await establish(fritjof)
  await fritjof.waitForURL(/\/decisions\/EN-/)
  const own = (await pathOf(fritjof)).split('/').at(-1) ?? ''
  await shows(fritjof, 'Prüfauftrag')
  for (const words of [against, 'Bjarne Tannrodt', 'Uns fehlen Zahlen.']) await shows(fritjof, words)
  const told = await fritjof.locator('main').innerText()
  for (const words of ['Die Runden', 'Einwand offen', 'Damit kann ich gut leben.']) expect(told).toContain(words)

  // Swantje hands it on; Henrike puts it on the agenda, which both see.
  const swantje = await set.enter('swantje', `/decisions/${own}`)
  await follow(swantje, 'An den Kreis geben')
  await swantje.locator('[name=wish]').fill('Bitte beschließt es als Teil der gemeinsamen Antwort.')
  await press(swantje, 'Weiterleiten')
  await swantje.waitForURL(/\/groups\/en\/referrals\/[0-9a-f-]{36}/)
  const referral = { id: (await pathOf(swantje)).split('/').at(-1) ?? '' }
  const henrike = await set.enter('henrike', paths.referral(kk, referral))
  await press(henrike, 'Auf die Tagesordnung')
  await shows(henrike, /Terminiert|KK-01/)
  await shows(swantje, 'KK-01')

  // The circle takes it up, all of it agree and Ayla counts, and Henrike gives it its number with a task.
  await unfold(henrike, 'Als Vorlage des Kreises aufgreifen')
  await henrike.locator('#take-up button[type=submit]').click()
  await henrike.waitForURL(/\/proposals\//)
  const we = papers(w)
  const round = await we.opens({ proposalId: (await pathOf(henrike)).split('/').at(-1) ?? '' }, 'consent')
  await we.counts(round, 'consent')
  await henrike.goto(paths.round(kk, round))
  await follow(henrike, 'Ergebnis feststellen')
  await henrike.locator('[name=summary]').waitFor()
  await henrike.locator('#establishing-tasks summary').click()
  await henrike.locator('[name=task1]').fill('Text an das Zukunftsbüro schicken')
  await press(henrike, 'Ergebnis feststellen')
  await henrike.waitForURL(/\/decisions\/KK-/)
  const circles = (await pathOf(henrike)).split('/').at(-1) ?? ''

  // The group sees "Beschlossen" with the task; both decisions are about the same version, letter for letter.
  for (const words of ['Beschlossen', circles, 'Text an das Zukunftsbüro schicken', 'Henrike Talmann'])
    await shows(swantje, words)
  const [given] = await w.db
    .select({ decision: decisions, kind: answers.kind })
    .from(answers)
    .innerJoin(decisions, eq(decisions.id, answers.decisionId))
    .where(eq(answers.referralId, referral.id))
  const [groups] = await w.db.select().from(decisions).where(eq(decisions.roundId, roundId))
  expect(given).toMatchObject({ kind: 'adopted', decision: { snapshotId: groups?.snapshotId } })
  const nele = await w.as('nele')
  const { checksum } = await we.freeze(document)
  const shown = `${checksum.slice(0, 4)}…${checksum.slice(-4)}`
  for (const number of [circles, own]) expect(await fritjofs(number)).toContain(shown)

  // What is published tells nobody's vote.
  await letPublish(w, 'mirjam')
  const mirjam = await w.as('mirjam')
  const checked = { personalData: 'on', minority: 'on', accessibility: 'on' }
  const form = { decision: circles, slug: 'energie', ...checked }
  expect((await mirjam(paths.publications(kk), { form })).status).toBe(303)
  const page = await (await w.anonymous(paths.published('energie'))).text()
  expect(page).toContain('Prüfauftrag Wasserbedarf')
  expect(page).not.toMatch(/Kieselbach|Tannrodt|Bellinghaus|Lindhövel|Uns fehlen Zahlen/)
  const outside = await (await nele(paths.decisionFile(own, 'csv', 'public'))).text()
  expect(outside).not.toMatch(/Kieselbach|Tannrodt|Bellinghaus|Lindhövel/)
  const pdf = await nele(paths.decisionFile(circles, 'pdf', 'public'))
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

const fritjofs = async (number: string) => (await (await set.w.as('fritjof'))(paths.decision(number))).text()
