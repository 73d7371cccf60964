import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Ähnliches suchen',
    lead: 'Arbeitet schon jemand daran? Gesucht wird in Texten, Aufgaben, Vorlagen und Beschlüssen, auch mit gebeugten und zusammengesetzten Wörtern.',
    what: 'Titel',
    hint: 'Ein paar Wörter genügen.',
    search: 'Suchen',
    found: 'Das gibt es schon',
    working: (p: { group: string }) => `${p.group} arbeitet an etwas Ähnlichem.`,
    ask: 'Was andere Gruppen vorbereiten, sehen nur sie. Frag dort nach.',
    none: 'Nichts Ähnliches gefunden.',
    tooOften: 'Das waren viele Suchen kurz hintereinander.',
    later: 'In ein paar Minuten geht es weiter.',
    kinds: { document: 'Text', task: 'Aufgabe', proposal: 'Vorlage', decision: 'Beschluss' },
    in: (p: { kind: string; group: string }) => `${p.kind}, ${p.group}`,
  },
  en: {
    title: 'Look for similar work',
    lead: 'Is somebody working on it already? This looks through texts, tasks, proposals and decisions, with inflected and compound words as well.',
    what: 'Title',
    hint: 'A few words are enough.',
    search: 'Search',
    found: 'This exists already',
    working: (p) => `${p.group} is working on something similar.`,
    ask: 'What other groups prepare is seen by them alone. Ask there.',
    none: 'Nothing similar found.',
    tooOften: 'That were many searches in a short time.',
    later: 'It goes on in a few minutes.',
    kinds: { document: 'Text', task: 'Task', proposal: 'Proposal', decision: 'Decision' },
    in: (p) => `${p.kind}, ${p.group}`,
  },
})
