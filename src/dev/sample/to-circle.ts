import { returnReasons } from '../../referrals/schema.ts'
import type { CircleDecisions } from './circle.ts'
import type { EnergyDecisions } from './energy.ts'
import { nameSource, type Papers, version } from './papers.ts'
import type { ParticipationDecisions } from './participation.ts'
import type { Scene } from './scene.ts'
import { answer, citeReferral, send } from './sending.ts'
import { writeDown } from './tasks.ts'

/** W-…-01 was adopted, W-…-02 noted. */
async function springMatters(scene: Scene, papers: Papers, circle: CircleDecisions): Promise<void> {
  const work = await send(scene, {
    number: 1,
    from: 'gl',
    by: 'ilse',
    at: scene.at('2026-04-22', '08:30'),
    title: 'Gute Arbeit nach der Kohle',
    request: 'adopt',
    reason: 'Wir haben den Text in zwei Treffen gemeinsam fertiggestellt, niemand hatte einen Einwand.',
    snapshotId: version(papers.goodWork, 1).id,
    wish: 'Bitte macht euch den Text für die ganze Allianz zu eigen.',
  })
  await answer(scene, work, {
    kind: 'adopted',
    to: 'gl',
    by: 'ayla',
    at: scene.at('2026-05-13', '12:05'),
    decisionId: circle.goodWork.id,
  })
  const farms = await send(scene, {
    number: 2,
    from: 'lw',
    by: 'nele',
    at: scene.at('2026-06-30', '21:00'),
    title: 'Was wir auf acht Höfen gehört haben',
    request: 'take_note',
    reason: 'Ein Bericht, kein Antrag: Acht Höfe, drei Sorgen, eine Bitte.',
    wish: 'Bitte lest den Bericht, bevor ihr über das RPL\u00a02.0 sprecht.',
  })
  await answer(scene, farms, {
    kind: 'noted',
    to: 'lw',
    by: 'henrike',
    at: scene.at('2026-07-14', '20:40'),
    statement: 'Der Kreis hat den Bericht gelesen und dankt. Es gibt dazu keinen Beschluss.',
  })
}

/** W-…-03 led to the publication; W-…-04 asks for signatures and still waits; W-…-06 came on 1 October. */
async function energyMatters(scene: Scene, papers: Papers, own: EnergyDecisions, circle: CircleDecisions) {
  const paper = version(papers.villageEnergy, 4).id
  const publication = await send(scene, {
    number: 3,
    from: 'en',
    by: 'tarek',
    at: scene.at('2026-08-21', '18:10'),
    title: 'Energie bleibt im Dorf',
    request: 'adopt',
    decisionId: own.villageEnergy.id,
    snapshotId: paper,
    wish: 'Bitte veröffentlicht den Text im Namen der Allianz.',
    wishedBy: scene.day('2026-09-08'),
  })
  await answer(scene, publication, {
    kind: 'adopted',
    to: 'en',
    by: 'ayla',
    at: scene.at('2026-09-10', '18:11'),
    decisionId: circle.publication.id,
  })
  await send(scene, {
    number: 4,
    from: 'en',
    by: 'swantje',
    at: scene.at('2026-09-08', '08:10'),
    title: 'Mitzeichnung „Energie bleibt im Dorf“',
    request: 'decide',
    reason: 'Sobald der Text veröffentlicht ist, wollen einzelne Organisationen ihren Namen darunter setzen.',
    snapshotId: paper,
    wish: 'Bitte klärt, wie Organisationen einen veröffentlichten Text mitzeichnen können.',
  })
}

const sendComparison = (scene: Scene, papers: Papers, { comparison }: EnergyDecisions) =>
  send(scene, {
    number: 6,
    from: 'en',
    by: 'tarek',
    at: scene.at('2026-10-01', '18:30'),
    title: 'RPL 2.0 und wir: Energie',
    request: 'adopt',
    decisionId: comparison.id,
    snapshotId: version(papers.comparison, 3).id,
    wish: 'Bitte beschließt den Text als Teil der gemeinsamen Antwort.',
    wishedBy: scene.day('2026-10-13'),
  })

/** W-…-05 came back with two reasons, a task and a new draft. */
async function councilReturned(scene: Scene, papers: Papers, { council }: ParticipationDecisions): Promise<void> {
  const sent = version(papers.citizensCouncil, 1)
  const referral = await send(scene, {
    number: 5,
    from: 'bt',
    by: 'luca',
    at: scene.at('2026-09-08', '09:20'),
    title: 'Bürgerrat Larnrevier',
    request: 'adopt',
    decisionId: council.id,
    snapshotId: sent.id,
    wish: 'Bitte tragt die Forderung nach einem Bürgerrat mit.',
  })
  const at = scene.at('2026-09-08', '21:15')
  const task = await writeDown(scene, {
    group: 'bt',
    title: 'Finanzierung Bürgerrat klären',
    people: ['luca'],
    due: '2026-10-20',
    by: 'henrike',
    at,
    origin: { kind: 'return', id: referral.id, label: citeReferral(scene, 5) },
  })
  await nameSource(scene, papers.citizensCouncilAgain, sent)
  await answer(scene, referral, {
    kind: 'returned',
    to: 'bt',
    by: 'henrike',
    at,
    statement: 'Die Richtung stimmt. Zwei Fragen sind noch offen.',
    wishedBy: scene.day('2026-10-20'),
    contactId: scene.person('mirjam'),
    draftId: papers.citizensCouncilAgain.id,
    taskId: task.id,
  })
  const reasons = [
    'Wer bezahlt? Der Text nennt keinen Betrag und keinen Geldgeber.',
    'Wie wird ausgelost? Ohne ein Verfahren glaubt niemand an den Zufall.',
  ]
  const rows = reasons.map((words, index) => ({ referralId: referral.id, position: index + 1, words }))
  await scene.db.insert(returnReasons).values(rows)
}

export interface AllDecisions {
  energy: EnergyDecisions
  circle: CircleDecisions
  participation: ParticipationDecisions
}

/** Six matters on their way to the circle, one after the other: two still wait for an answer. */
export async function wayToCircle(scene: Scene, papers: Papers, decided: AllDecisions): Promise<void> {
  await springMatters(scene, papers, decided.circle)
  await energyMatters(scene, papers, decided.energy, decided.circle)
  await councilReturned(scene, papers, decided.participation)
  await sendComparison(scene, papers, decided.energy)
}
