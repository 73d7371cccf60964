import { bilingual } from '../kit/texts.ts'

type Of = { number: string | null; sum: string }

export const texts = bilingual({
  de: {
    title: 'Beschluss prüfen',
    lead: 'Du hast ein Beschlussblatt in der Hand? Hier siehst du, ob im Beschlussbuch genau das steht.',
    number: 'Nummer des Beschlusses',
    numberHint: 'Zum Beispiel EN-2026-005',
    sum: 'Prüfsumme',
    sumHint: 'Sie steht unten auf dem Blatt, zum Beispiel 42:9f3c1a2b77de0c41',
    check: 'Prüfen',
    notNumber: 'Das ist keine Nummer, wie Beschlüsse sie haben. Sie sieht so aus: EN-2026-005.',
    notSum: 'Das ist keine Prüfsumme. Sie sieht so aus: 42:9f3c1a2b77de0c41.',
    result: 'Was das Beschlussbuch sagt',
    unknownNumber: 'Diese Nummer gibt es im Beschlussbuch nicht.',
    unknownNumberThen: 'Vergleiche sie noch einmal mit dem Blatt. Stimmt sie, dann ist das Blatt nicht von hier.',
    unknownSum: 'Diese Prüfsumme gibt es im Beschlussbuch nicht.',
    unknownSumThen:
      'Vergleiche sie noch einmal mit dem Blatt. Stimmt sie, dann sagt das Blatt etwas anderes als das Beschlussbuch, oder dort wurde etwas verändert.',
    otherSum: (p: { number: string }) => `Zu ${p.number} gehört eine andere Prüfsumme.`,
    otherSumThen: (p: { sum: string }) =>
      `Im Beschlussbuch steht ${p.sum}. Vergleiche sie noch einmal mit dem Blatt. Weicht sie ab, dann sagt das Blatt etwas anderes als das Beschlussbuch.`,
    same: (p: Of) => (p.number ? `Diese Prüfsumme gehört zu ${p.number}.` : 'Diese Prüfsumme steht im Beschlussbuch.'),
    toCompare: (p: Of) => `${p.number} steht im Beschlussbuch, mit der Prüfsumme ${p.sum}.`,
    compare: 'So steht er im Beschlussbuch. Vergleiche Titel, Wortlaut, Ergebnis und Prüfsumme mit deinem Blatt:',
    entered: (p: { seq: number; when: string }) => `Eintrag\u00A0${p.seq}, ${p.when}.`,
    kinds: {
      decision: 'Ein Beschluss.',
      note: 'Ein Vermerk zu diesem Beschluss: eine Berichtigung, Neuzählung, Aufhebung oder Ablösung.',
      statement: 'Ein Minderheitenvotum, das nach diesem Beschluss dazukam.',
      erasure: 'Hier wurde vermerkt, dass Daten einer Person gelöscht wurden.',
    },
    notes: (p: { count: number }) =>
      p.count === 1
        ? 'Seither kam 1\u00A0Eintrag dazu. Er steht auf der Seite des Beschlusses.'
        : `Seither kamen ${p.count}\u00A0Einträge dazu. Sie stehen auf der Seite des Beschlusses.`,
    whole: (p: { seq: number }) =>
      p.seq === 1
        ? 'Es ist der erste Eintrag, und er ist unverändert.'
        : `Die Kette ist bis zu Eintrag\u00A0${p.seq} lückenlos und unverändert.`,
    broken: 'Das Beschlussbuch stimmt nicht.',
    brokenThen: 'Sag es denen, die den Server betreiben. Sie können mit „npx kreislauf verify“ alles nachrechnen.',
    open: 'Zum Beschluss',
    how: 'Wie das geht',
    howWords:
      'Jeder Beschluss bekommt beim Feststellen eine Prüfsumme über alles, was dazugehört, und über die Prüfsumme davor. Wer später etwas ändert, auch in der Datenbank selbst, zerreißt diese Kette. Wer ein Blatt oder eine Mail mit einer Prüfsumme aufhebt, kann das zeigen.',
    end: (p: { sum: string }) => `Ende der Kette: ${p.sum}`,
    empty: 'Noch ist nichts beschlossen.',
    line: (p: { sum: string }) => `Prüfsumme ${p.sum}`,
    lineCheck: 'Prüfen',
    files: 'Als Datei',
  },
  en: {
    title: 'Check a decision',
    lead: 'You have a decision sheet in your hand? Here you see whether the register says exactly that.',
    number: 'Number of the decision',
    numberHint: 'For example EN-2026-005',
    sum: 'Checksum',
    sumHint: 'It stands at the foot of the sheet, for example 42:9f3c1a2b77de0c41',
    check: 'Check',
    notNumber: 'This is no number as decisions have it. It looks like this: EN-2026-005.',
    notSum: 'This is no checksum. It looks like this: 42:9f3c1a2b77de0c41.',
    result: 'What the register says',
    unknownNumber: 'There is no such number in the register.',
    unknownNumberThen: 'Compare it with the sheet once more. If it is right, the sheet does not come from here.',
    unknownSum: 'There is no such checksum in the register.',
    unknownSumThen:
      'Compare it with the sheet once more. If it is right, the sheet says something else than the register, or something was changed there.',
    otherSum: (p) => `${p.number} has another checksum.`,
    otherSumThen: (p) =>
      `The register has ${p.sum}. Compare it with the sheet once more. If it differs, the sheet says something else than the register.`,
    same: (p) => (p.number ? `This checksum belongs to ${p.number}.` : 'This checksum stands in the register.'),
    toCompare: (p) => `${p.number} stands in the register, with the checksum ${p.sum}.`,
    compare: 'This is how the register has it. Compare title, wording, result and checksum with your sheet:',
    entered: (p) => `Entry\u00A0${p.seq}, ${p.when}.`,
    kinds: {
      decision: 'A decision.',
      note: 'A note on this decision: a correction, recount, annulment or supersession.',
      statement: 'A minority statement that was added after this decision.',
      erasure: 'Here it was noted that the data of a person were erased.',
    },
    notes: (p) =>
      p.count === 1
        ? '1\u00A0entry was added since. It stands on the page of the decision.'
        : `${p.count}\u00A0entries were added since. They stand on the page of the decision.`,
    whole: (p) =>
      p.seq === 1
        ? 'It is the first entry, and it is unchanged.'
        : `The chain is unbroken and unchanged up to entry\u00A0${p.seq}.`,
    broken: 'The register is not right.',
    brokenThen: 'Tell those who run the server. With “npx kreislauf verify” they can compute everything anew.',
    open: 'To the decision',
    how: 'How this works',
    howWords:
      'When it is established, each decision gets a checksum over all that belongs to it and over the checksum before. Whoever changes something later, even in the database itself, tears this chain. Whoever keeps a sheet or a mail with a checksum can show it.',
    end: (p) => `End of the chain: ${p.sum}`,
    empty: 'Nothing was decided yet.',
    line: (p) => `Checksum ${p.sum}`,
    lineCheck: 'Check',
    files: 'As a file',
  },
})
