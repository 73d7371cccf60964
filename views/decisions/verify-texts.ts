import type { ProblemCode } from '#src/decisions/chain/problem.ts'
import { bilingual } from '../kit/texts.ts'

/** Entry and decision as a sentence begins with them. */
type Where = { seq: number | null; number?: string; field?: string }

const place = ({ seq, number }: Where) =>
  [seq === null ? '' : `Eintrag\u00A0${seq}`, number ? `(${number})` : ''].join(' ').trim()
const placeEn = ({ seq, number }: Where) =>
  [seq === null ? '' : `Entry\u00A0${seq}`, number ? `(${number})` : ''].join(' ').trim()

const fields: Record<string, string> = {
  number: 'die Nummer',
  establishedAt: 'der Zeitpunkt der Feststellung',
  decidedOn: 'das Datum des Beschlusses',
  method: 'das Verfahren',
  channel: 'der Weg der Abstimmung',
  scope: 'wen er betrifft',
  outcome: 'das Ergebnis',
  reason: 'der Grund des Ergebnisses',
  tally: 'die Zahlen',
  flags: 'die Hinweise zum Ergebnis',
  inForceFrom: 'ab wann er gilt',
  inForceUntil: 'bis wann er gilt',
  reviewOn: 'die Wiedervorlage',
  text: 'die Fassung, über die entschieden wurde',
  round: 'die Runde oder eine davor: ihre Fragen, Regeln, Zeiten oder was gezählt wurde',
  gives: 'die Regeln, die seither gelten',
  title: 'der Titel',
  wording: 'der Beschlusstext',
  rationale: 'die Begründung',
  summary: 'die Zusammenfassung',
  legalEntity: 'der Rechtsträger',
  editorialMandate: 'die Redaktionsvollmacht',
  first: 'die erste Person, die dafür steht',
  second: 'die zweite Person, die dafür steht',
  report: 'der Bericht aus der Sitzung',
  talk: 'die Notiz über das Gespräch',
  talkBy: 'wer das Gespräch notiert hat',
  opener: 'wer die Runde geöffnet hat',
  counter: 'wer die Runde ausgezählt hat',
  handsBy: 'wer die gezählten Hände eingetragen hat',
  extendedBy: 'wer die Frist verlängert hat, oder der Grund',
  earlierRound: 'Wortlaut oder Antworten einer Runde davor',
  statedAt: 'wann ein Minderheitenvotum dazukam',
  option: 'eine der Möglichkeiten',
  holder: 'wer für einen Sitz antworten durfte',
  ballot: 'eine Antwort',
  voter: 'wer eine Antwort gegeben hat, oder ihre Begründung',
  recusedBy: 'wer eine Befangenheit angezeigt hat',
  presentBy: 'wer eingetragen hat, dass ein Sitz anwesend war',
  procedure: 'ein Widerspruch gegen das Verfahren',
  procedureBy: 'wer dem Verfahren widersprochen hat',
  objection: 'ein Einwand',
  objector: 'wessen Einwand es ist, oder seine Begründung',
  ending: 'was aus einem Einwand wurde',
  endingWords: 'was dazu gesagt wurde, dass ein Einwand erledigt ist',
  lapse: 'dass ein Einwand erloschen ist',
  lapseFirst: 'wer vorgeschlagen hat, dass ein Einwand erlischt, oder der Grund',
  lapseSecond: 'wer unterschrieben hat, dass ein Einwand erloschen ist',
  minority: 'ein Minderheitenvotum',
  note: 'die Art des Vermerks',
  by: 'der Beschluss, auf dem der Vermerk beruht',
  isDecisive: 'ob die Neuzählung etwas ändert',
  proposedAt: 'wann der Vermerk vorgeschlagen wurde',
  signedAt: 'wann der Vermerk unterschrieben wurde',
  discardedAt: 'ob der Vermerk verworfen wurde',
  noteReason: 'der Grund des Vermerks',
  changes: 'was der Vermerk berichtigt',
}

const fieldsEn: Record<string, string> = {
  number: 'the number',
  establishedAt: 'the time at which it was established',
  decidedOn: 'the date of the decision',
  method: 'the method',
  channel: 'the way in which answers were collected',
  scope: 'whom it concerns',
  outcome: 'the result',
  reason: 'the reason of the result',
  tally: 'the figures',
  flags: 'the remarks on the result',
  inForceFrom: 'from when on it holds',
  inForceUntil: 'until when it holds',
  reviewOn: 'the review date',
  text: 'the version that was decided on',
  round: 'the round or one before it: its questions, rules, times or what was counted',
  gives: 'the rules that hold since',
  title: 'the title',
  wording: 'the wording',
  rationale: 'the rationale',
  summary: 'the summary',
  legalEntity: 'the legal entity',
  editorialMandate: 'the editorial mandate',
  first: 'the first person who stands for it',
  second: 'the second person who stands for it',
  report: 'the report from the meeting',
  talk: 'the note on what was talked about',
  talkBy: 'who has taken down what was talked about',
  opener: 'who has opened the round',
  counter: 'who has counted the round',
  handsBy: 'who has entered the raised hands',
  extendedBy: 'who has extended the round, or why',
  earlierRound: 'the wording or the answers of a round before it',
  statedAt: 'when a minority statement was added',
  option: 'one of the options',
  holder: 'who could answer for a seat',
  ballot: 'an answer',
  voter: 'who has given an answer, or its reason',
  recusedBy: 'who has declared a conflict of interest',
  presentBy: 'who has entered that a seat was there',
  procedure: 'an objection to the procedure',
  procedureBy: 'who has objected to the procedure',
  objection: 'an objection',
  objector: 'whose objection it is, or its reason',
  ending: 'what became of an objection',
  endingWords: 'what was said when an objection was settled',
  lapse: 'that an objection has lapsed',
  lapseFirst: 'who has proposed that an objection lapses, or why',
  lapseSecond: 'who has signed that an objection has lapsed',
  minority: 'a minority statement',
  note: 'the kind of the note',
  by: 'the decision that the note rests on',
  isDecisive: 'whether the recount changes anything',
  proposedAt: 'when the note was proposed',
  signedAt: 'when the note was signed',
  discardedAt: 'whether the note was discarded',
  noteReason: 'the reason of the note',
  changes: 'what the note puts right',
}

const named = (names: Record<string, string>, { field = '' }: Where) => names[field] ?? field

const problems: Record<ProblemCode, (p: Where) => string> = {
  entry_missing: (p) => `${place(p)} fehlt.`,
  entry_misplaced: (p) => `${place(p)} schließt nicht an den Eintrag davor an.`,
  entry_changed: (p) => `${place(p)} passt nicht zu seiner Prüfsumme: Er wurde verändert.`,
  entry_unreadable: (p) => `${place(p)} lässt sich nicht lesen.`,
  entry_of_something_else: (p) => `${place(p)} steht nicht dort, wo er hingehört.`,
  source_missing: (p) => `${place(p)}: Was hier eingetragen ist, gibt es in den Tabellen nicht mehr.`,
  fact_changed: (p) =>
    `${place(p)}: In den Tabellen steht etwas anderes als eingetragen. Verändert: ${named(fields, p)}.`,
  row_missing: (p) => `${place(p)}: In den Tabellen fehlt etwas, das eingetragen ist: ${named(fields, p)}.`,
  row_added: (p) => `${place(p)}: In den Tabellen steht mehr als eingetragen. Dazugekommen: ${named(fields, p)}.`,
  salt_missing: (p) =>
    `${place(p)} lässt sich nicht mehr prüfen: ${named(fields, p)}. Eine Löschung ist dazu nicht eingetragen.`,
  salt_left: (p) => `${place(p)}: Eine Löschung ist eingetragen, aber nicht ausgeführt: ${named(fields, p)}.`,
  words_erased: (p) => `${place(p)}: Gelöscht wurde, was nicht gelöscht werden darf: ${named(fields, p)}.`,
  erased_is_there: (p) =>
    `${place(p)}: Eine Löschung ist eingetragen, aber in den Tabellen steht dort jemand, dessen Daten nicht gelöscht sind: ${named(fields, p)}.`,
  decision_without_entry: (p) => `Der Beschluss ${p.number} steht in den Tabellen, aber nicht in der Kette.`,
  note_without_entry: (p) => `Ein Vermerk zu ${p.number} steht in den Tabellen, aber nicht in der Kette.`,
  number_missing: (p) => `Die Nummer ${p.number} fehlt.`,
}

const problemsEn: Record<ProblemCode, (p: Where) => string> = {
  entry_missing: (p) => `${placeEn(p)} is missing.`,
  entry_misplaced: (p) => `${placeEn(p)} does not follow the entry before it.`,
  entry_changed: (p) => `${placeEn(p)} does not fit its checksum: it was changed.`,
  entry_unreadable: (p) => `${placeEn(p)} cannot be read.`,
  entry_of_something_else: (p) => `${placeEn(p)} does not stand where it belongs.`,
  source_missing: (p) => `${placeEn(p)}: what is entered here is no longer in the tables.`,
  fact_changed: (p) =>
    `${placeEn(p)}: the tables say something else than what was entered. Changed: ${named(fieldsEn, p)}.`,
  row_missing: (p) => `${placeEn(p)}: something that was entered is missing in the tables: ${named(fieldsEn, p)}.`,
  row_added: (p) => `${placeEn(p)}: the tables have more than what was entered. Added: ${named(fieldsEn, p)}.`,
  salt_missing: (p) => `${placeEn(p)} can no longer be checked: ${named(fieldsEn, p)}. No erasure was entered for it.`,
  salt_left: (p) => `${placeEn(p)}: an erasure was entered but not carried out: ${named(fieldsEn, p)}.`,
  words_erased: (p) => `${placeEn(p)}: something was erased that must not be: ${named(fieldsEn, p)}.`,
  erased_is_there: (p) =>
    `${placeEn(p)}: an erasure was entered, but the tables name somebody there whose data were not erased: ${named(fieldsEn, p)}.`,
  decision_without_entry: (p) => `Decision ${p.number} is in the tables, but not in the chain.`,
  note_without_entry: (p) => `A note on ${p.number} is in the tables, but not in the chain.`,
  number_missing: (p) => `Number ${p.number} is missing.`,
}

/** What `npx kreislauf verify` and the page that checks a sheet say of the register. */
export const texts = bilingual({
  de: {
    problems,
    whole: (p: { count: number; head: string }) =>
      p.count === 0
        ? 'Das Beschlussbuch ist noch leer.'
        : `Das Beschlussbuch ist unverändert: ${p.count === 1 ? '1\u00A0Eintrag' : `${p.count}\u00A0Einträge`}, Ende der Kette ${p.head}`,
    broken: (p: { count: number }) =>
      p.count === 0
        ? 'Das Beschlussbuch stimmt nicht, gleich am Anfang:'
        : `Das Beschlussbuch stimmt nicht. Bis Eintrag\u00A0${p.count} ist alles, wie es eingetragen wurde. Dann:`,
    erased: (p: { count: number }) =>
      `${p.count === 1 ? '1\u00A0Angabe zu einer Person lässt' : `${p.count}\u00A0Angaben zu Personen lassen`} sich nicht mehr vergleichen: Ihre Löschung ist eingetragen.`,
    keptFound: (p: { head: string }) => `Die Prüfsumme ${p.head} steht in der Kette.`,
    keptLost: (p: { head: string }) =>
      `Die Prüfsumme ${p.head} steht nicht in der Kette: Ihr Eintrag oder einer davor wurde seither verändert oder entfernt, oder sie stammt nicht von hier.`,
    noHead: 'Das ist keine Prüfsumme, wie sie auf Beschlussblättern steht. Sie sieht so aus: 42:9f3c1a2b77de0c41',
  },
  en: {
    problems: problemsEn,
    whole: (p) =>
      p.count === 0
        ? 'The register is still empty.'
        : `The register is unchanged: ${p.count === 1 ? '1\u00A0entry' : `${p.count}\u00A0entries`}, end of the chain ${p.head}`,
    broken: (p) =>
      p.count === 0
        ? 'The register is not right, from its very beginning:'
        : `The register is not right. Up to entry\u00A0${p.count} everything is as it was entered. Then:`,
    erased: (p) =>
      `${p.count === 1 ? '1\u00A0fact about a person' : `${p.count}\u00A0facts about people`} can no longer be compared: that they were erased is entered.`,
    keptFound: (p) => `The checksum ${p.head} stands in the chain.`,
    keptLost: (p) =>
      `The checksum ${p.head} does not stand in the chain: its entry or one before it was changed or removed since, or it does not come from here.`,
    noHead: 'This is no checksum as it stands on decision sheets. It looks like this: 42:9f3c1a2b77de0c41',
  },
})
