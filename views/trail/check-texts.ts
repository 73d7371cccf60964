import { bilingual } from '../kit/texts.ts'

type Cause = { label: string; by: string }

export const texts = bilingual({
  de: {
    mark: 'bitte prüfen',
    notice: 'Bitte prüfen, ob das noch passt.',
    causes: {
      supersession: (p: Cause) => `${p.label} ist abgelöst${p.by ? ` durch ${p.by}` : ''}.`,
      annulment: (p: Cause) => `${p.label} ist aufgehoben${p.by ? ` durch ${p.by}` : ''}.`,
      replacement: (p: Cause) => `Der Text „${p.label}“ ist ersetzt${p.by ? ` durch „${p.by}“` : ''}.`,
      idea: (p: Cause) => `Die Leitidee ${p.label} ist abgelöst${p.by ? ` durch ${p.by}` : ''}.`,
    },
    closed: 'Ein Text einer anderen Gruppe, auf den es sich stützt, ist ersetzt.',
    title: 'Bitte prüfen',
    lead: 'Was sich auf etwas stützt, das nicht mehr gilt. Seht nach, ob es noch passt, und sagt, was ihr gefunden habt.',
    empty: 'Alles passt noch.',
    toChecks: 'Nachsehen und „geprüft“ sagen',
    words: 'Was habt ihr gefunden?',
    wordsHint: 'Ein Satz, zum Beispiel: Passt weiter, nur die Nummer hat sich geändert.',
    check: 'Geprüft',
    checking: 'Wird festgehalten …',
    problems: { missing: 'Schreib in einem Satz, was ihr gefunden habt.', too_long: 'Höchstens 500 Zeichen.' },
  },
  en: {
    mark: 'please check',
    notice: 'Please check whether this still fits.',
    causes: {
      supersession: (p) => `${p.label} was superseded${p.by ? ` by ${p.by}` : ''}.`,
      annulment: (p) => `${p.label} was annulled${p.by ? ` by ${p.by}` : ''}.`,
      replacement: (p) => `The text “${p.label}” was replaced${p.by ? ` by “${p.by}”` : ''}.`,
      idea: (p) => `The guiding idea ${p.label} was replaced${p.by ? ` by ${p.by}` : ''}.`,
    },
    closed: 'A text of another group that it leans on was replaced.',
    title: 'Please check',
    lead: 'What leans on something that no longer holds. See whether it still fits, and say what you have found.',
    empty: 'Everything still fits.',
    toChecks: 'Look and say “checked”',
    words: 'What have you found?',
    wordsHint: 'One sentence, for example: Still fits, only the number has changed.',
    check: 'Checked',
    checking: 'Keeping it …',
    problems: { missing: 'Write in one sentence what you have found.', too_long: 'At most 500 characters.' },
  },
})
