import type { Decision } from '../../decisions/register/schema.ts'
import { endOfDay } from '../../web/days.ts'
import { castGroups, type PersonKey } from '../cast.ts'
import { festival, foundationMoney, goodWork, publication } from './circle-votes.ts'
import { countRound } from './counted-rounds.ts'
import type { Papers } from './papers.ts'
import { propose } from './proposing.ts'
import { cite, establish, superseded } from './register.ts'
import { holdRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

interface Item {
  number: number
  title: string
  wording: string
  rationale: string
  clock: string
  /** The second person's hour, two days later. */
  confirmed: string
  answers: Said[]
  summary?: string
  inForceUntil?: string
  reviewOn?: string
}

/** Decided in the meeting by consent, established two days later. */
async function agreed(scene: Scene, item: Item): Promise<Decision> {
  const { number, clock, confirmed, answers, summary, inForceUntil, reviewOn, ...words } = item
  const at = scene.at('2026-09-08', clock)
  const end = new Date(at.getTime() + 20 * 60_000)
  const matter = await propose(scene, { group: 'kk', by: 'henrike', at: scene.at('2026-09-01', '10:00'), ...words })
  const held = await holdRound(scene, matter, { method: 'consent', by: 'ayla', at, closesAt: end, answers })
  const counted = await countRound(scene, held, { by: 'ayla', at: end, answers })
  return establish(scene, counted, {
    number,
    by: 'mirjam',
    at: scene.at('2026-09-10', confirmed),
    decidedOn: scene.day('2026-09-08'),
    ...{ summary, inForceUntil, reviewOn },
  })
}

const everybody: readonly PersonKey[] = castGroups.kk.members

const consents = (at: Date, who: readonly PersonKey[]): Said[] => who.map((by) => ({ by, choice: 'consent', at }))

async function guidingIdeas(scene: Scene, earlier: Decision): Promise<void> {
  const at = scene.at('2026-09-08', '19:20')
  const decision = await agreed(scene, {
    number: 9,
    title: `Leitideen ${scene.year}`,
    wording: `Die Leitideen ${scene.year} ersetzen die Fassung von ${scene.year - 1}. Sie lauten: Gut leben in Dorf und Stadt. Boden und Wasser schützen. Energie in Bürgerhand. Wege ohne Auto. Beteiligung auf Augenhöhe. Gute Arbeit. Digital und offen.`,
    rationale: 'Gute Arbeit und offene Daten kamen in der ersten Fassung nicht vor.',
    clock: '19:15',
    confirmed: '18:00',
    summary: 'Die Allianz hat sieben neue Leitideen, auch zu guter Arbeit und offenen Daten.',
    answers: [
      ...consents(
        at,
        everybody.filter((person) => person !== 'kemal'),
      ),
      { by: 'kemal', choice: 'concern', reason: 'Sieben Sätze merkt sich niemand. Mir wären fünf lieber.', at },
    ],
  })
  await superseded(scene, earlier, decision, cite(scene, 'kk', decision.number))
}

async function digitalMandate(scene: Scene): Promise<void> {
  const present = everybody.filter((person) => person !== 'marlies' && person !== 'hedwig')
  await agreed(scene, {
    number: 10,
    title: 'Auftrag der AG\u00a0Digitalisierung',
    wording: `Die AG\u00a0Digitalisierung erhält den Auftrag für offene Daten und Dorf-WLAN, zunächst bis ${scene.inFull('2027-12-31')}.`,
    rationale: 'Die Gruppe arbeitet seit einem halben Jahr und braucht einen Rahmen.',
    clock: '19:40',
    confirmed: '18:02',
    answers: consents(scene.at('2026-09-08', '19:45'), present),
    summary: 'Die AG\u00a0Digitalisierung darf ein gutes Jahr lang an offenen Daten und WLAN in den Dörfern arbeiten.',
    inForceUntil: scene.day('2027-12-31'),
    reviewOn: scene.day('2027-06-30'),
  })
}

/** KK-U-03: announced, for the last week of the month. Where the clock changes in it, its seven days have 169 hours. */
async function announceAnswer(scene: Scene): Promise<void> {
  const matter = await propose(scene, {
    group: 'kk',
    by: 'henrike',
    at: scene.at('2026-09-29', '10:30'),
    title: 'Gemeinsame Antwort abgeben',
    wording: `„Gemeinsame Antwort auf das RPL\u00a02.0“ geht am ${scene.inWords('2026-10-29')} an das Zukunftsbüro Larnrevier.`,
    rationale: `Die Frist endet am ${scene.inWords('2026-10-30')}. Wir entscheiden im Umlauf, sobald die drei Teile beisammen sind.`,
  })
  await holdRound(scene, matter, {
    ...{ method: 'majority', channel: 'circular', preset: 'rules', by: 'henrike', answers: [] },
    at: scene.at('2026-09-29', '10:45'),
    startsAt: scene.at('2026-10-22', '00:00'),
    closesAt: endOfDay(scene.day('2026-10-28')),
  })
}

export interface CircleDecisions {
  goodWork: Decision
  publication: Decision
}

export async function circleStory(scene: Scene, papers: Papers, earlier: Decision): Promise<CircleDecisions> {
  const decisions = { goodWork: await goodWork(scene, papers), publication: await publication(scene, papers) }
  await guidingIdeas(scene, earlier)
  await digitalMandate(scene)
  await foundationMoney(scene)
  await festival(scene)
  await announceAnswer(scene)
  return decisions
}
