import type { AgendaItem } from '#src/meetings/agenda/schema.ts'
import type { ReferralRequest } from '#src/referrals/schema.ts'
import { bilingual } from '../kit/texts.ts'

type Sources = Record<AgendaItem['source'], string>
type Types = Record<AgendaItem['type'], string>
type Requests = Record<ReferralRequest, string>

const types: Types = {
  information: 'Information',
  discussion: 'Beratung',
  decision: 'Entscheidung',
  election: 'Wahl',
}

const englishTypes: Types = {
  information: 'Information',
  discussion: 'Discussion',
  decision: 'Decision',
  election: 'Election',
}

const sources: Sources = {
  opening: 'Begrüßung, Anwesenheit, Beschlussfähigkeit',
  minutes: 'Protokoll genehmigen',
  carried_over: 'Übernommen',
  report: 'Bericht',
  referral: 'Weiterleitung',
  proposal: 'Vorschlag',
  wish: 'Wunsch',
  deadline: 'Frist von außen',
  review: 'Wiedervorlage',
  tasks: 'Aufgaben, die überfällig sind oder niemand hat',
  free: 'Thema',
  miscellaneous: 'Verschiedenes',
  next_date: 'Nächster Termin und Übergabe',
}

const englishSources: Sources = {
  opening: 'Welcome, attendance, quorum',
  minutes: 'Approve minutes',
  carried_over: 'Carried over',
  report: 'Report',
  referral: 'Referral',
  proposal: 'Proposal',
  wish: 'Wish',
  deadline: 'Day set from outside',
  review: 'Review',
  tasks: 'Tasks that are overdue or nobody’s',
  free: 'Subject',
  miscellaneous: 'Any other business',
  next_date: 'Next date and hand-over',
}

const goals: Partial<Sources> = {
  opening: 'Wissen, wer da ist und ob wir beschließen können.',
  minutes: 'Das Protokoll gilt oder wird berichtigt.',
  report: 'Alle wissen, was die Gruppe geschafft hat und was sie braucht.',
  deadline: 'Wissen, wer bis dahin was macht.',
  review: 'Sagen, ob der Beschluss so bleibt.',
  tasks: 'Jede Aufgabe hat jemanden und einen Tag.',
  miscellaneous: 'Hier wird nichts beschlossen.',
  next_date: 'Der nächste Termin steht, und alle wissen, was sie mitnehmen.',
}

const englishGoals: Partial<Sources> = {
  opening: 'Know who is there and whether we can decide.',
  minutes: 'The minutes hold or are corrected.',
  report: 'Everybody knows what the group has achieved and what it needs.',
  deadline: 'Know who does what until then.',
  review: 'Say whether the decision stays as it is.',
  tasks: 'Each task has somebody and a day.',
  miscellaneous: 'Nothing is decided here.',
  next_date: 'The next date is fixed, and everybody knows what they take along.',
}

const requests: Requests = {
  adopt: 'bittet um Beschluss',
  decide: 'bittet um Entscheidung',
  take_note: 'zur Kenntnis',
  mediate: 'bittet um Vermittlung',
}

const englishRequests: Requests = {
  adopt: 'asks for a decision on the text',
  decide: 'asks to decide a question',
  take_note: 'to take note',
  mediate: 'asks to mediate',
}

/** What an item is called and what it is for, where nobody has written that. */
export const itemTexts = bilingual({
  de: {
    ...{ types, sources, goals, requests },
    minutesOf: (p: { number: string }) => `Protokoll von ${p.number} genehmigen`,
    reportOf: (p: { group: string }) => `Bericht: ${p.group}`,
    review: (p: { title: string; number: string }) => `Wiedervorlage ${p.number}: ${p.title}`,
    reservation: (p: { title: string }) => `Vorbehalt: ${p.title}`,
    reserved: (p: { words: string }) => `Gegen die Änderungen sagt die Gruppe: „${p.words}“`,
    answered: 'ist schon beantwortet',
  },
  en: {
    ...{ types: englishTypes, sources: englishSources, goals: englishGoals, requests: englishRequests },
    minutesOf: (p) => `Approve the minutes of ${p.number}`,
    reportOf: (p) => `Report: ${p.group}`,
    review: (p) => `Review of ${p.number}: ${p.title}`,
    reservation: (p) => `Reservation: ${p.title}`,
    reserved: (p) => `The group says against the changes: “${p.words}”`,
    answered: 'is answered already',
  },
})
