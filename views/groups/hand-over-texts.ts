import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Gib diesen Link weiter',
    lead: (p: { email: string }) =>
      `Dieser Server verschickt keine Mails. Schick ${p.email} den Link selbst. Er gilt 14\u00A0Tage und nur ein Mal.`,
    once: 'Du siehst ihn nur jetzt.',
    onceMore: 'Wer den Link hat, kommt damit herein. Ist er verloren, lade noch einmal ein: Dann gilt der neue.',
    back: 'Ich habe ihn kopiert',
  },
  en: {
    title: 'Hand this link over',
    lead: (p) =>
      `This server sends no mail. Send the link to ${p.email} yourself. It is valid for 14\u00A0days, and once only.`,
    once: 'You see it only now.',
    onceMore: 'Whoever has the link gets in with it. If it is lost, invite again: then the new one counts.',
    back: 'I have copied it',
  },
})
