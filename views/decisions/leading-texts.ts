import { bilingual } from '../kit/texts.ts'

/** Ending later, stopping, who was reached. */
export const texts = bilingual({
  de: {
    lead: 'Runde leiten',
    extend: 'Runde verlängern',
    extending: 'Wird verlängert …',
    extendText: 'Alle auf der Liste erfahren es sofort. Was schon geantwortet ist, bleibt.',
    extendLeft: (p: { left: number }) =>
      p.left === 1 ? 'Das geht nach euren Regeln noch einmal.' : `Das geht nach euren Regeln noch ${p.left}\u00A0Mal.`,
    newEnd: 'Neues Ende, bis einschließlich',
    newTime: 'Uhrzeit',
    newTimeHint: 'Ohne Uhrzeit endet die Runde an diesem Tag um 24\u00A0Uhr.',
    why: 'Warum?',
    noneLeft: 'Verlängert wurde schon so oft, wie eure Regeln es erlauben.',
    notExtendable: 'Verlängern lassen eure Regeln nicht zu.',
    extended: (p: { until: string; day: string }) => `Verlängert ${p.until} (gesagt ${p.day}):`,
    cancel: 'Runde abbrechen',
    cancelTitle: 'Diese Runde abbrechen?',
    cancelText:
      'Das ist für den Fall, dass die Liste der Stimmberechtigten nicht stimmt. Die Runde endet ohne Ergebnis, die Antworten zählen nicht, und niemand sieht sie. Danach könnt ihr eine neue Runde eröffnen.',
    cancelWhy: 'Was stimmt nicht?',
    cancelling: 'Wird abgebrochen …',
    keep: 'Weiterlaufen lassen',
    cancelled: (p: { day: string }) => `Abgebrochen ${p.day}:`,
    demand: 'Lieber in einer Sitzung besprechen',
    demandTitle: 'Eine Sitzung verlangen?',
    demandText: (p: { needed: number }) =>
      p.needed <= 1
        ? 'Dann endet der Umlauf sofort, und die Sache kommt auf die Liste fürs nächste Treffen.'
        : `Wenn ${p.needed} das verlangen, endet der Umlauf, und die Sache kommt auf die Liste fürs nächste Treffen.`,
    demandWhy: 'Warum? Das sehen alle in der Gruppe.',
    demanding: 'Wird festgehalten …',
    demanded: 'Das möchten lieber in einer Sitzung besprechen:',
    demandedBy: (p: { name: string; reason: string }) => (p.reason ? `${p.name}: ${p.reason}` : p.name),
    confirm: 'Ich weiß davon',
    confirming: 'Wird festgehalten …',
    confirmText:
      'In dieser Runde gilt Schweigen als Zustimmung, aber nur, wenn alle davon wissen. Wer diese Seite geöffnet hat, gilt als erreicht.',
    reach: 'Wer erreicht ist',
    reachAll: 'Alle sind erreicht.',
    reachMissing: (p: { count: number }) =>
      p.count === 1 ? 'Eine Person ist noch nicht erreicht.' : `${p.count}\u00A0sind noch nicht erreicht.`,
    reachSilent:
      'Bleibt jemand unerreicht, gilt das Schweigen nicht, und die Sache geht in die Sitzung. Ruf an oder geh vorbei.',
    reached: {
      answered: 'hat geantwortet',
      not_reminded: 'nicht erreicht: nicht zweimal erinnert',
      opened: 'hat die Runde geöffnet',
      confirmed: 'hat gesagt, dass es bekannt ist',
      mailed: 'hat eine Mail bekommen',
      bounced: 'nicht erreicht: Die Mail kam zurück',
      unconfirmed_address: 'nicht erreicht: Mail geschickt, aber die Adresse ist seit 90\u00A0Tagen nicht bestätigt',
      not_mailed: 'nicht erreicht: keine Mail geschickt',
    },
    problems: {
      closesOn: {
        missing: 'Bitte wähle den neuen letzten Tag.',
        not_a_day: 'Bitte wähle den neuen letzten Tag.',
        not_later: 'Das neue Ende muss nach dem bisherigen liegen.',
        too_far: 'Das ist mehr als ein Jahr. Bitte wähle einen früheren Tag.',
      },
      closesTime: { not_a_time: 'Bitte schreib die Uhrzeit so: 18:30.' },
      reason: { missing: 'Bitte schreib in einem Satz, warum.' },
    },
  },
  en: {
    lead: 'Leading the round',
    extend: 'Extend the round',
    extending: 'Extending …',
    extendText: 'Everybody on the roll hears of it at once. What was answered stays.',
    extendLeft: (p) => (p.left === 1 ? 'Your rules allow it once more.' : `Your rules allow it ${p.left} more times.`),
    newEnd: 'New end, until and including',
    newTime: 'Time of day',
    newTimeHint: 'Without a time the round ends at midnight of this day.',
    why: 'Why?',
    noneLeft: 'It has been extended as often as your rules allow.',
    notExtendable: 'Your rules allow no extension.',
    extended: (p) => `Extended ${p.until} (said ${p.day}):`,
    cancel: 'Cancel the round',
    cancelTitle: 'Cancel this round?',
    cancelText:
      'This is for when the roll is wrong. The round ends without a result, the answers do not count, and nobody sees them. Then you can open a new round.',
    cancelWhy: 'What is wrong?',
    cancelling: 'Cancelling …',
    keep: 'Let it go on',
    cancelled: (p) => `Cancelled ${p.day}:`,
    demand: 'Rather talk about it in a meeting',
    demandTitle: 'Ask for a meeting?',
    demandText: (p) =>
      p.needed <= 1
        ? 'Then the circular ends at once, and the matter goes on the list for the next meeting.'
        : `When ${p.needed} ask for it, the circular ends and the matter goes on the list for the next meeting.`,
    demandWhy: 'Why? Everybody in the group sees this.',
    demanding: 'Noting it …',
    demanded: 'These would rather talk about it in a meeting:',
    demandedBy: (p) => (p.reason ? `${p.name}: ${p.reason}` : p.name),
    confirm: 'I know of it',
    confirming: 'Noting it …',
    confirmText:
      'In this round silence is consent, but only if everybody knows of it. Whoever has opened this page counts as reached.',
    reach: 'Who has been reached',
    reachAll: 'Everybody has been reached.',
    reachMissing: (p) =>
      p.count === 1 ? 'One person has not been reached yet.' : `${p.count} have not been reached yet.`,
    reachSilent:
      'If somebody is not reached, silence does not count and the matter goes to a meeting. Call them or drop by.',
    reached: {
      answered: 'has answered',
      not_reminded: 'not reached: not reminded twice',
      opened: 'has opened the round',
      confirmed: 'has said that they know of it',
      mailed: 'got a mail',
      bounced: 'not reached: the mail came back',
      unconfirmed_address: 'not reached: a mail was sent, but the address has not been confirmed for 90\u00A0days',
      not_mailed: 'not reached: no mail was sent',
    },
    problems: {
      closesOn: {
        missing: 'Please choose the new last day.',
        not_a_day: 'Please choose the new last day.',
        not_later: 'The new end must be after the present one.',
        too_far: 'This is more than a year away. Please choose an earlier day.',
      },
      closesTime: { not_a_time: 'Please write the time like this: 18:30.' },
      reason: { missing: 'Please say why, in one sentence.' },
    },
  },
})
