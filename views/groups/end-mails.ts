import type { EndFacts } from '#src/groups/reminders/sending.ts'
import type { MailMessage } from '#src/ports.ts'
import type { Locale } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { weekday } from '../kit/dates.ts'
import { bilingual } from '../kit/texts.ts'
import { texts as groupTexts } from './texts.ts'

const texts = bilingual({
  de: {
    own: (p: { role: string; group: string; day: string }) => `Dein Amt endet bald: ${p.role}, ${p.group}`,
    others: (p: { role: string; group: string; day: string }) => `Ein Amt endet bald: ${p.role}, ${p.group}`,
    mandate: (p: { group: string; day: string }) => `Ein Auftrag endet bald: ${p.group}`,
    ownMore: (p: { role: string; group: string; day: string }) =>
      `Dein Amt „${p.role}“ in ${p.group} geht bis ${p.day}. Wer soll danach? Sprecht es rechtzeitig an.`,
    othersMore: (p: { role: string; group: string; name: string; day: string }) =>
      `${p.name} hat in ${p.group} das Amt „${p.role}“ bis ${p.day}. Wer soll danach? Sprecht es rechtzeitig an.`,
    mandateMore: (p: { group: string; day: string }) =>
      `Der Auftrag von ${p.group} gilt bis ${p.day}. Soll es weitergehen, braucht die Gruppe einen neuen Beschluss des Kreises.`,
    action: 'Menschen und Auftrag ansehen',
    why: 'Du bekommst diese Mail, weil du das Amt hast, die Gruppe leitest oder die Allianz koordinierst.',
  },
  en: {
    own: (p) => `Your term ends soon: ${p.role}, ${p.group}`,
    others: (p) => `A term ends soon: ${p.role}, ${p.group}`,
    mandate: (p) => `A mandate ends soon: ${p.group}`,
    ownMore: (p) =>
      `Your term as “${p.role}” in ${p.group} lasts until ${p.day}. Who comes next? Raise it in good time.`,
    othersMore: (p) =>
      `${p.name} has the role “${p.role}” in ${p.group} until ${p.day}. Who comes next? Raise it in good time.`,
    mandateMore: (p) =>
      `The mandate of ${p.group} is valid until ${p.day}. If it is to go on, the group needs a new decision of the circle.`,
    action: 'See people and mandate',
    why: 'You get this mail because you have the role, lead the group or coordinate the alliance.',
  },
})

function wordsOf({ term, group, endsOn }: EndFacts, locale: Locale): [subject: string, body: string] {
  const t = texts[locale.lang]
  const facts = { group: group.name, day: weekday(locale, endsOn) }
  if (!term) return [t.mandate(facts), t.mandateMore(facts)]
  const named = { ...facts, role: groupTexts[locale.lang].roles[term.role], name: term.name }
  return term.isOwn ? [t.own(named), t.ownMore(named)] : [t.others(named), t.othersMore(named)]
}

/** That a term or a mandate ends soon. */
export function endMail(facts: EndFacts & { href: string }): Omit<MailMessage, 'to'> {
  const lang = facts.to.lang ?? 'de'
  const [subject, body] = wordsOf(facts, { lang, now: new Date() })
  const { action, why } = texts[lang]
  return letter({ lang, subject, paragraphs: [body], action: { label: action, href: facts.href }, why })
}
