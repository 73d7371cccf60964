import { bilingual } from '../kit/texts.ts'

const nbsp = '\u00A0'

export const texts = bilingual({
  de: {
    first: (p: { when: string; summary: string; names: string }) =>
      `Seit deinem letzten Besuch am ${p.when}: ${p.summary} von ${p.names}.`,
    and: 'und',
    show: 'Im Text zeigen',
    hide: 'Ohne Hinweise lesen',
    seen: 'Gesehen',
    seeing: 'Wird gemerkt …',
    news: `Neu seit deinem letzten Besuch`,
    others: (p: { count: number }) => `${p.count}${nbsp}anderen`,
  },
  en: {
    first: (p) => `Since your last visit on ${p.when}: ${p.summary} by ${p.names}.`,
    and: 'and',
    show: 'Show in the text',
    hide: 'Read without hints',
    seen: 'Seen',
    seeing: 'Being remembered …',
    news: 'New since your last visit',
    others: (p) => `${p.count}${nbsp}others`,
  },
})
