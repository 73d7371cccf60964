import type { Content } from '../../documents/markup.ts'
import { written } from './written.ts'

/** The programme that the rows are about, and what it says in its own words. */
export const programme = {
  title: 'Revierprogramm Larn',
  version: '2.0',
  on: '2026-05-11',
  source: 'Zukunftsbüro Larnrevier (fiktiv), Entwurf zur Beteiligung',
  statements: [
    {
      id: '6f6a2a10-0000-4000-8000-000000000001',
      place: 'Kap. 2, S. 14',
      words: 'Das Larnrevier bleibt Energieregion. Großanlagen werden vorrangig gefördert.',
    },
    {
      id: '6f6a2a10-0000-4000-8000-000000000002',
      place: 'Kap. 2, S. 16',
      words: 'Wasserstoff ist die Leittechnologie des Reviers. Standorte werden bis 2028 gesichert.',
    },
    {
      id: '6f6a2a10-0000-4000-8000-000000000003',
      place: 'Kap. 3, S. 22',
      words: 'Das Kraftwerksgelände wird zum Gewerbepark entwickelt.',
    },
    {
      id: '6f6a2a10-0000-4000-8000-000000000004',
      place: 'Kap. 4, S. 30',
      words: 'Der Nahverkehr wird bedarfsgerecht weiterentwickelt.',
    },
    {
      id: '6f6a2a10-0000-4000-8000-000000000005',
      place: 'Kap. 6, S. 41',
      words: 'Die Öffentlichkeit wird regelmäßig informiert.',
    },
  ],
} as const

interface RowDraft {
  row: string
  place: string
  statement: string
  position: string
  demand: string
  assessment: 'agree' | 'partly' | 'disagree' | 'missing'
  ideas: string
  /** Which statement of the programme it is about; without one, what is missing in it. */
  about?: string
  /** Number of the decision that it quotes. */
  decision?: string
}

const paragraph = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

const cell = (type: string, words: string): Content => ({ type, content: [paragraph(words)] })

type State = 'open' | 'in_work' | 'agreed'

const row = (draft: RowDraft, state: State): Content => ({
  type: 'comparisonRow',
  attrs: {
    row: draft.row,
    assessment: draft.assessment,
    state,
    ideas: draft.ideas,
    responsible: 'en',
    source: `${programme.title}\u00a0${programme.version}`,
    statement: draft.about ?? null,
    decision: draft.decision ?? '',
  },
  content: [
    { type: 'rowPlace', content: [{ type: 'text', text: draft.place }] },
    cell('rowStatement', draft.statement),
    cell('rowPosition', draft.position),
    cell('rowDemand', draft.demand),
  ],
})

const table = (...rows: Content[]): Content => ({ type: 'comparison', content: rows })

const [bigPlants, leading, businessPark, , informed] = programme.statements

const region: RowDraft = {
  row: '6f6a2a10-0000-4000-8000-0000000000a1',
  place: 'Kap. 2, S. 14',
  statement: 'Das Revier soll Energieregion bleiben; Großanlagen werden bevorzugt gefördert.',
  position: 'Energieregion ja, aber in der Hand der Menschen. Große Anlagen allein lassen die Dörfer leer ausgehen.',
  assessment: 'partly',
  demand: 'Ein Drittel der Fördermittel für Bürgerenergie.',
  ideas: 'L3',
  about: bigPlants.id,
  decision: 'EN-{year}-003',
}

const hydrogen = (position: string, demand: string): RowDraft => ({
  row: '6f6a2a10-0000-4000-8000-0000000000a2',
  place: 'Kap. 2, S. 16',
  statement: 'Wasserstoff ist die Leittechnologie; Standorte werden bis 2028 gesichert.',
  position,
  assessment: 'disagree',
  demand,
  ideas: 'L2 L3',
  about: leading.id,
})

const site: RowDraft = {
  row: '6f6a2a10-0000-4000-8000-0000000000a3',
  place: 'Kap. 3, S. 22',
  statement: 'Das Kraftwerksgelände wird Gewerbepark.',
  position: 'Das Gelände ist auch Erinnerung und Lernort.',
  assessment: 'partly',
  demand: '10 Prozent der Fläche für Kultur, Bildung, Werkstätten.',
  ideas: 'L1 L6',
  about: businessPark.id,
}

const heat: RowDraft = {
  row: '6f6a2a10-0000-4000-8000-0000000000a4',
  place: 'Kap. 3, S. 25',
  statement: 'Wärme wird nicht erwähnt.',
  position: 'Ohne Wärmewende im Dorf gelingt nichts.',
  assessment: 'missing',
  demand: 'Eigenes Kapitel Wärme mit Nahwärme-Programm.',
  ideas: 'L3',
}

const voice: RowDraft = {
  row: '6f6a2a10-0000-4000-8000-0000000000a5',
  place: 'Kap. 6, S. 41',
  statement: 'Die Öffentlichkeit wird „regelmäßig informiert“.',
  position: 'Informieren ist nicht beteiligen.',
  assessment: 'disagree',
  demand: 'Energie-Runde mit Stimmrecht für Anwohnende.',
  ideas: 'L5',
  about: informed.id,
  // Another decision of AG Beteiligung about the same evening has taken its place since.
  decision: 'BT-{year}-001',
}

const careful = 'Wasserstoff dort, wo es nicht anders geht. Vorrang haben Sparen und direkte Nutzung von Strom.'

const banned = hydrogen(careful, 'Verbot neuer Standorte, solange der Wasserbedarf nicht geklärt ist.')

const examined = hydrogen(careful, 'Prüfauftrag Wasserbedarf vor jeder Standortzusage.')

const introduction = written(`
Das Zukunftsbüro Larnrevier hat sein Revierprogramm Larn 2.0 vorgelegt und um Stellungnahme gebeten. Wir legen Zeile für Zeile nebeneinander, was darin steht und was wir wollen.

Die zweite Spalte fasst zusammen. Anführungszeichen stehen nur dort, wo wir wörtlich zitieren.`)

const ending = written(`
## Was uns wichtig ist

Wir antworten nicht gegen das Programm, sondern mit ihm: Wo es recht hat, sagen wir es. Wo es die Dörfer vergisst, sagen wir das auch.`)

const agreed = (...drafts: RowDraft[]) => drafts.map((draft) => row(draft, 'agreed'))

/** D-02, version by version; the third one follows Bjarne's objection to line 2 of the second. */
export const comparison = [
  [...introduction, table(row(region, 'in_work'), row(site, 'open'), row(voice, 'in_work'))],
  [...introduction, table(row(region, 'agreed'), row(banned, 'in_work'), ...agreed(site, heat, voice)), ...ending],
  [...introduction, table(...agreed(region, examined, site, heat, voice)), ...ending],
] as const

/** The draft has moved on since the third version was frozen: figures for the third row are still to come. */
export const comparisonDraft = [
  ...introduction,
  table(...agreed(region, examined), row(site, 'in_work'), ...agreed(heat, voice)),
  ...ending,
  ...written(
    'Zu Zeile 3 liefern wir Zahlen nach: Wie groß ist das Gelände, wem gehört es, und was steht unter Denkmalschutz?',
  ),
]
