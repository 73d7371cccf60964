import type { MailMessage } from '#src/ports.ts'
import type { ReminderFacts } from '#src/tasks/notices/sending.ts'
import type { Locale } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { remaining, until, wasDue } from '../kit/deadline.ts'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    hello: (p: { name: string }) => `Hallo ${p.name},`,
    subject: {
      soon: (p: { title: string }) => `Bald fällig: ${p.title}`,
      late: (p: { title: string }) => `Überfällig: ${p.title}`,
    },
    soon: (p: { title: string; group: string; until: string }) =>
      `deine Aufgabe „${p.title}“ in der Gruppe ${p.group} ist bald fällig: ${p.until}.`,
    late: (p: { title: string; group: string; due: string; since: string }) =>
      `deine Aufgabe „${p.title}“ in der Gruppe ${p.group} ist noch offen (${p.due}, ${p.since}).`,
    soonThen: 'Ist sie schon getan, hake sie ab. Reicht die Zeit nicht, ändere den Termin oder sag es deiner Gruppe.',
    lateThen: 'Hake sie ab, ändere den Termin oder gib sie an jemand anderen weiter. Dann wissen alle, woran sie sind.',
    action: 'Zur Aufgabe',
    why: 'Du bekommst diese Mail, weil du für diese Aufgabe verantwortlich bist. Wir erinnern zwei Tage vor dem Termin und am Tag danach, je ein Mal.',
    off: 'Keine Mails zu Aufgaben mehr',
  },
  en: {
    hello: (p) => `Hello ${p.name},`,
    subject: {
      soon: (p) => `Due soon: ${p.title}`,
      late: (p) => `Overdue: ${p.title}`,
    },
    soon: (p) => `your task “${p.title}” in the group ${p.group} is due soon: ${p.until}.`,
    late: (p) => `your task “${p.title}” in the group ${p.group} is still open (${p.due}, ${p.since}).`,
    soonThen: 'If it is done, tick it off. If there is not enough time, change the date or tell your group.',
    lateThen: 'Tick it off, change the date or hand it on to somebody else. Then everybody knows where they are.',
    action: 'To the task',
    why: 'You get this mail because you are responsible for this task. We remind you two days before the date and on the day after it, once each.',
    off: 'No more mails about tasks',
  },
})

type TaskMail = ReminderFacts & { href: string; off: string }

function paragraphs({ kind, task, group, person }: TaskMail, locale: Locale): string[] {
  const t = texts[locale.lang]
  const about = { title: task.title, group: group.name }
  const hello = t.hello(person)
  if (kind === 'soon') return [hello, t.soon({ ...about, until: until(locale, task.dueOn) }), t.soonThen]
  const due = { due: wasDue(locale, task.dueOn), since: remaining(locale, task.dueOn) }
  return [hello, t.late({ ...about, ...due }), t.lateThen]
}

/** One reminder. */
export function taskMail(mail: TaskMail): Omit<MailMessage, 'to'> {
  const locale: Locale = { lang: mail.person.lang ?? 'de', now: new Date() }
  const t = texts[locale.lang]
  return letter({
    lang: locale.lang,
    subject: t.subject[mail.kind](mail.task),
    paragraphs: paragraphs(mail, locale),
    action: { label: t.action, href: mail.href },
    why: t.why,
    off: { label: t.off, href: mail.off },
  })
}
