import { bilingual } from '../kit/texts.ts'

export const letterTexts = bilingual({
  de: {
    hello: (p: { name: string }) => `Hallo ${p.name},`,
    subject: {
      invitation: (p: { number: string; day: string; group: string }) => `Einladung ${p.number}: ${p.group}, ${p.day}`,
      change: (p: { number: string; day: string; group: string }) => `Geändert: ${p.number}, ${p.group}, ${p.day}`,
      cancellation: (p: { number: string; day: string; group: string }) =>
        `Fällt aus: ${p.number}, ${p.group}, ${p.day}`,
    },
    first: {
      invitation: (p: { group: string }) => `${p.group} lädt dich zur Sitzung ein.`,
      change: (p: { group: string }) => `Zeit oder Ort der Sitzung haben sich geändert (${p.group}).`,
      cancellation: (p: { group: string }) => `Die Sitzung fällt aus (${p.group}).`,
    },
    when: (p: { when: string }) => `Wann: ${p.when}`,
    where: (p: { where: string }) => `Wo: ${p.where}`,
    access: (p: { link: string }) => `Zugang: ${p.link}`,
    reason: (p: { reason: string }) => `Grund: ${p.reason}`,
    waits: 'Was auf der Tagesordnung stand, wartet auf die nächste Sitzung.',
    agenda: 'Tagesordnung:',
    yours: 'Es geht auch um eure Sache:',
    item: (p: { top: number; title: string; type: string; minutes: number }) =>
      `${p.top}. ${p.title} (${p.type}, ${p.minutes}\u00A0Min.)`,
    papers: (p: { title: string; number: string }) => `Unterlage: ${p.title}, Fassung ${p.number}`,
    look: 'Zur Sitzung',
    calendar: 'Wann wer zusammenkommt',
    why: 'Du bekommst diese Mail, weil du zu dieser Gruppe gehörst oder weil eure Sache auf der Tagesordnung steht. Der Termin für den Kalender liegt bei.',
  },
  en: {
    hello: (p) => `Hello ${p.name},`,
    subject: {
      invitation: (p) => `Invitation ${p.number}: ${p.group}, ${p.day}`,
      change: (p) => `Changed: ${p.number}, ${p.group}, ${p.day}`,
      cancellation: (p) => `Cancelled: ${p.number}, ${p.group}, ${p.day}`,
    },
    first: {
      invitation: (p) => `${p.group} invites you to the meeting.`,
      change: (p) => `Time or place of the meeting have changed (${p.group}).`,
      cancellation: (p) => `The meeting does not take place (${p.group}).`,
    },
    when: (p) => `When: ${p.when}`,
    where: (p) => `Where: ${p.where}`,
    access: (p) => `Access: ${p.link}`,
    reason: (p) => `Reason: ${p.reason}`,
    waits: 'What was on the agenda waits for the next meeting.',
    agenda: 'Agenda:',
    yours: 'It is about your matter, too:',
    item: (p) => `${p.top}. ${p.title} (${p.type}, ${p.minutes}\u00A0min)`,
    papers: (p) => `Paper: ${p.title}, version ${p.number}`,
    look: 'To the meeting',
    calendar: 'Who comes together when',
    why: 'You get this mail because you belong to this group or because your matter is on the agenda. The date for your calendar is enclosed.',
  },
})
