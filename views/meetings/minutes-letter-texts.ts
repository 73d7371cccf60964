import { bilingual } from '../kit/texts.ts'

export const minutesLetterTexts = bilingual({
  de: {
    hello: (p: { name: string }) => `Hallo ${p.name},`,
    subject: (p: { number: string; group: string }) => `Bitte lesen: Protokoll ${p.number}, ${p.group}`,
    subjectAgain: (p: { number: string; group: string }) => `Berichtigt: Protokoll ${p.number}, ${p.group}`,
    first: (p: { number: string; day: string; group: string }) =>
      `Das Protokoll ${p.number} der Sitzung vom ${p.day} geht herum (${p.group}).`,
    again: (p: { number: string; day: string; group: string }) =>
      `Das Protokoll ${p.number} der Sitzung vom ${p.day} wurde berichtigt und geht noch einmal herum (${p.group}).`,
    until: (p: { until: string }) =>
      `Bis ${p.until} kannst du Einspruch erheben, wenn etwas anders war, als es dort steht. Danach ist es zu spät.`,
    look: 'Protokoll lesen',
    why: 'Du bekommst diese Mail, weil du zu dieser Gruppe gehörst.',
  },
  en: {
    hello: (p) => `Hello ${p.name},`,
    subject: (p) => `Please read: minutes ${p.number}, ${p.group}`,
    subjectAgain: (p) => `Corrected: minutes ${p.number}, ${p.group}`,
    first: (p) => `The minutes ${p.number} of the meeting on ${p.day} are going round (${p.group}).`,
    again: (p) =>
      `The minutes ${p.number} of the meeting on ${p.day} were corrected and are going round once more (${p.group}).`,
    until: (p) =>
      `Until ${p.until} you can object if something was different from what they say. After that it is too late.`,
    look: 'Read the minutes',
    why: 'You get this mail because you belong to this group.',
  },
})
