import { bilingual } from '../kit/texts.ts'

interface About {
  title: string
  group: string
}

/** What mails about rounds say. Never how anybody has answered before it is counted. */
export const texts = bilingual({
  de: {
    hello: (p: { name: string }) => `Hallo ${p.name},`,
    subject: {
      invitation: (p: About) => `Bitte antworte: ${p.title}`,
      announcement: (p: About) => `Angekündigt: ${p.title}`,
      extension: (p: About) => `Mehr Zeit: ${p.title}`,
      half_time: (p: About) => `Die halbe Zeit ist um: ${p.title}`,
      last_day: (p: About) => `Letzter Tag: ${p.title}`,
      result: (p: About) => `Ergebnis: ${p.title}`,
    },
    invitation: (p: About) => `über „${p.title}“ wird jetzt entschieden (${p.group}), und du hast eine Stimme.`,
    announcement: (p: About & { from: string }) =>
      `über „${p.title}“ wird bald entschieden (${p.group}), und du hast eine Stimme. Antworten kannst du ab ${p.from}.`,
    extension: (p: About) => `für die Entscheidung über „${p.title}“ (${p.group}) ist jetzt mehr Zeit.`,
    reason: (p: { reason: string }) => `Der Grund: ${p.reason}`,
    reminder: (p: About) => `in der Runde zu „${p.title}“ (${p.group}) fehlt noch deine Antwort.`,
    until: (p: { until: string }) => `Zeit ist ${p.until}. Bis dahin kannst du deine Antwort ändern.`,
    silence: 'In dieser Runde gilt Schweigen als Zustimmung. Wenn du einen Einwand hast, sag ihn bitte rechtzeitig.',
    result: (p: About) => `die Runde zu „${p.title}“ (${p.group}) ist zu Ende.`,
    number: (p: { number: string }) => `Daraus wurde der Beschluss ${p.number}.`,
    second: 'Eine zweite Person stellt das Ergebnis noch fest. Dann bekommt der Beschluss seine Nummer.',
    head: (p: { head: string }) =>
      `Stand des Beschlussregisters: ${p.head}. Wenn du diese Mail aufhebst, lässt sich später zeigen, dass bis hierher nichts verändert wurde.`,
    answer: 'Ansehen und antworten',
    look: 'Ansehen',
    why: 'Du bekommst diese Mail, weil du in dieser Gruppe eine Stimme hast. Wir schreiben dir, wenn eine Runde beginnt oder länger läuft, zweimal zur Erinnerung, wenn deine Antwort fehlt, und wenn sie zu Ende ist.',
    off: 'Keine Mails zu Entscheidungen mehr',
  },
  en: {
    hello: (p) => `Hello ${p.name},`,
    subject: {
      invitation: (p) => `Please answer: ${p.title}`,
      announcement: (p) => `Announced: ${p.title}`,
      extension: (p) => `More time: ${p.title}`,
      half_time: (p) => `Half of the time is over: ${p.title}`,
      last_day: (p) => `Last day: ${p.title}`,
      result: (p) => `Result: ${p.title}`,
    },
    invitation: (p) => `“${p.title}” is being decided on (${p.group}), and you have a vote.`,
    announcement: (p) =>
      `“${p.title}” will soon be decided on (${p.group}), and you have a vote. You can answer from ${p.from}.`,
    extension: (p) => `there is more time for the decision on “${p.title}” (${p.group}).`,
    reason: (p) => `The reason: ${p.reason}`,
    reminder: (p) => `your answer is still missing in the round on “${p.title}” (${p.group}).`,
    until: (p) => `There is time ${p.until}. Until then you can change your answer.`,
    silence: 'In this round silence is consent. If you have an objection, please say so in time.',
    result: (p) => `the round on “${p.title}” (${p.group}) has ended.`,
    number: (p) => `It became the decision ${p.number}.`,
    second: 'A second person still has to confirm the result. Then the decision gets its number.',
    head: (p) =>
      `State of the register of decisions: ${p.head}. If you keep this mail, it can be shown later that nothing up to here was changed.`,
    answer: 'Look and answer',
    look: 'Look',
    why: 'You get this mail because you have a vote in this group. We write to you when a round begins or takes longer, twice as a reminder if your answer is missing, and when it has ended.',
    off: 'No more mails about decisions',
  },
})
