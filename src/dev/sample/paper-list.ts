import { guidingIdeas, jointAnswer } from './circle-texts.ts'
import { comparison, comparisonDraft } from './comparison-text.ts'
import { localHeat, villageEnergy } from './energy-texts.ts'
import { groupPapers } from './group-papers.ts'
import type { PaperDraft } from './paper-draft.ts'

const [energy1, energy2, energy3, energy4] = villageEnergy
const [comparison1, comparison2, comparison3] = comparison

/** The papers of `DOMAIN.md 6.4`. */
export const paperList = {
  villageEnergy: {
    group: 'en',
    kind: 'position',
    title: 'Energie bleibt im Dorf',
    stage: 'published',
    by: 'swantje',
    startedOn: '2026-04-16',
    frozen: [
      { content: energy1, on: '2026-05-21', by: 'swantje', note: 'Zum ersten Lesen in der Gruppe' },
      { content: energy2, on: '2026-06-18', by: 'tarek', note: 'Mit der Begründung' },
      { content: energy3, on: '2026-07-16', by: 'bjarne', note: 'Einwände aufgenommen' },
      { content: energy4, on: '2026-08-19', by: 'swantje', note: 'Für den Beschluss' },
    ],
    draft: energy4,
    edited: { by: 'swantje', when: '2026-08-19', clock: '18:20' },
  },
  comparison: {
    group: 'en',
    kind: 'comparison',
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
  ...groupPapers,
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
