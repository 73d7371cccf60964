import type { Content } from '../../documents/markup.ts'
import type { DocumentKind, DocumentStage } from '../../documents/schema.ts'
import type { GroupKey, PersonKey } from '../cast.ts'
import { guidingIdeas, jointAnswer } from './circle-texts.ts'
import { comparison, comparisonDraft } from './comparison-text.ts'
import { localHeat, villageEnergy } from './energy-texts.ts'
import {
  barn,
  citizensCouncil,
  citizensCouncilAgain,
  dialogueEvening,
  goodWork,
  nightBus,
  openData,
  soilAndWater,
} from './group-texts.ts'

export interface FrozenPaper {
  content: readonly Content[]
  on: string
  by: PersonKey
  note: string
  /** Where it was called differently then. */
  title?: string
}

export interface PaperDraft {
  group: GroupKey
  kind: DocumentKind
  title: string
  stage: DocumentStage
  by: PersonKey
  startedOn: string
  clock?: string
  frozen?: FrozenPaper[]
  draft: readonly Content[]
  /** A day of the sample, or how many days ago. */
  edited: { by: PersonKey; when: string | number; clock: string }
}

const [energy1, energy2, energy3, energy4] = villageEnergy
const [comparison1, comparison2, comparison3] = comparison
const [evening1, evening2] = dialogueEvening

/** The papers of `DOMAIN.md 6.4`. */
export const paperList = {
  villageEnergy: {
    group: 'en',
    kind: 'position',
    title: 'Energie bleibt im Dorf',
    stage: 'adopted',
    by: 'swantje',
    startedOn: '2026-04-16',
    frozen: [
      { content: energy1, on: '2026-05-21', by: 'swantje', note: 'Zum ersten Lesen in der Gruppe' },
      { content: energy2, on: '2026-06-18', by: 'tarek', note: 'Mit der Begründung' },
      { content: energy3, on: '2026-07-16', by: 'bjarne', note: 'Einwände aufgenommen' },
      { content: energy4, on: '2026-08-19', by: 'swantje', note: 'Für den Beschluss' },
    ],
    draft: energy4,
    edited: { by: 'swantje', when: '2026-08-19', clock: '20:40' },
  },
  comparison: {
    group: 'en',
    kind: 'statement',
    title: 'RPL 2.0 und wir: Energie',
    stage: 'in_decision',
    by: 'tarek',
    startedOn: '2026-08-24',
    frozen: [
      { content: comparison1, on: '2026-09-03', by: 'tarek', note: 'Die ersten drei Zeilen' },
      { content: comparison2, on: '2026-09-14', by: 'swantje', note: 'Für die erste Runde' },
      { content: comparison3, on: '2026-09-28', by: 'swantje', note: 'Zeile 2: Prüfauftrag statt Verbot' },
    ],
    draft: comparisonDraft,
    edited: { by: 'swantje', when: 1, clock: '19:12' },
  },
  localHeat: {
    group: 'en',
    kind: 'statement',
    title: 'Nahwärme: Was andere Dörfer gemacht haben',
    stage: 'draft',
    by: 'bjarne',
    startedOn: '2026-09-17',
    draft: localHeat,
    edited: { by: 'bjarne', when: '2026-09-21', clock: '21:05' },
  },
  soilAndWater: {
    group: 'lw',
    kind: 'statement',
    title: 'Stellungnahme Boden und Wasser zum RPL\u00a02.0',
    stage: 'draft',
    by: 'nele',
    startedOn: '2026-09-07',
    frozen: [{ content: soilAndWater, on: '2026-09-29', by: 'nele', note: 'Zur Durchsicht' }],
    draft: soilAndWater,
    edited: { by: 'marlies', when: 2, clock: '20:31' },
  },
  dialogueEvening: {
    group: 'bt',
    kind: 'event_concept',
    title: 'Dialogabend in Altenlarn',
    stage: 'adopted',
    by: 'ayla',
    startedOn: '2026-05-28',
    frozen: [
      { content: evening1, on: '2026-06-10', by: 'ayla', note: 'Die Idee', title: 'Dialogabend' },
      { content: evening2, on: '2026-09-17', by: 'hedwig', note: 'Mit Ablauf' },
    ],
    draft: evening2,
    edited: { by: 'hedwig', when: '2026-09-17', clock: '17:50' },
  },
  citizensCouncil: {
    group: 'bt',
    kind: 'position',
    title: 'Bürgerrat Larnrevier',
    stage: 'returned',
    by: 'luca',
    startedOn: '2026-07-02',
    frozen: [{ content: citizensCouncil, on: '2026-09-02', by: 'luca', note: 'Für den Kreis' }],
    draft: citizensCouncil,
    edited: { by: 'luca', when: '2026-09-02', clock: '18:20' },
  },
  citizensCouncilAgain: {
    group: 'bt',
    kind: 'position',
    title: 'Bürgerrat Larnrevier',
    stage: 'draft',
    by: 'henrike',
    startedOn: '2026-09-08',
    clock: '21:15',
    draft: citizensCouncilAgain,
    edited: { by: 'luca', when: 3, clock: '20:05' },
  },
  nightBus: {
    group: 'mo',
    kind: 'statement',
    title: 'Bus alle 30 Minuten',
    stage: 'draft',
    by: 'dunja',
    startedOn: '2026-05-19',
    draft: nightBus,
    edited: { by: 'vincent', when: '2026-09-22', clock: '22:16' },
  },
  goodWork: {
    group: 'gl',
    kind: 'position',
    title: 'Gute Arbeit nach der Kohle',
    stage: 'adopted',
    by: 'kemal',
    startedOn: '2026-03-10',
    frozen: [{ content: goodWork, on: '2026-04-21', by: 'kemal', note: 'Für den Kreis' }],
    draft: goodWork,
    edited: { by: 'kemal', when: '2026-04-21', clock: '19:40' },
  },
  barn: {
    group: 'gl',
    kind: 'event_concept',
    title: 'Kulturscheune Kirchfeld',
    stage: 'draft',
    by: 'ilse',
    startedOn: '2026-09-10',
    draft: barn,
    edited: { by: 'hedwig', when: '2026-09-29', clock: '18:02' },
  },
  openData: {
    group: 'di',
    kind: 'position',
    title: 'Daten des Wandels gehören allen',
    stage: 'draft',
    by: 'piet',
    startedOn: '2026-09-01',
    frozen: [{ content: openData, on: '2026-09-30', by: 'piet', note: 'Zur Durchsicht' }],
    draft: openData,
    edited: { by: 'piet', when: '2026-09-30', clock: '21:44' },
  },
  jointAnswer: {
    group: 'kk',
    kind: 'position',
    title: 'Gemeinsame Antwort auf das RPL\u00a02.0',
    stage: 'draft',
    by: 'henrike',
    startedOn: '2026-09-15',
    draft: jointAnswer,
    edited: { by: 'henrike', when: 2, clock: '11:20' },
  },
  guidingIdeas: {
    group: 'kk',
    kind: 'position',
    title: 'Leitideen der Allianz',
    stage: 'superseded',
    by: 'henrike',
    startedOn: '2025-10-07',
    frozen: [{ content: guidingIdeas, on: '2025-11-11', by: 'henrike', note: 'Beschlossene Fassung' }],
    draft: guidingIdeas,
    edited: { by: 'henrike', when: '2025-11-11', clock: '18:30' },
  },
} as const satisfies Record<string, PaperDraft>

export type PaperKey = keyof typeof paperList
