import type { Mention } from '#src/documents/comments/notices.ts'
import type { Lang } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    one: (p: { by: string; title: string }) => `${p.by} nennt dich: ${p.title}`,
    several: (p: { count: number; title: string }) => `${p.count}\u00A0Kommentare nennen dich: ${p.title}`,
    hello: (p: { name: string }) => `Hallo ${p.name},`,
    bodyOne: (p: { by: string; title: string; group: string }) =>
      `${p.by} nennt dich in einem Kommentar zu „${p.title}“ (${p.group}).`,
    bodySeveral: (p: { by: string; count: number; title: string; group: string }) =>
      `${p.by} nennen dich in ${p.count}\u00A0Kommentaren zu „${p.title}“ (${p.group}).`,
    bodySame: (p: { by: string; count: number; title: string; group: string }) =>
      `${p.by} nennt dich in ${p.count}\u00A0Kommentaren zu „${p.title}“ (${p.group}).`,
    and: 'und',
    there: 'Was dort steht, liest du in Kreislauf.',
    action: 'Lesen und antworten',
    why: 'Du bekommst diese Mail, weil dich jemand in einem Kommentar angesprochen hat. Zu einem Text schreiben wir dir höchstens alle zehn Minuten eine Mail. Was du schon gelesen hast, steht nicht darin.',
    off: 'Keine Mails zu Kommentaren mehr',
  },
  en: {
    one: (p) => `${p.by} calls you: ${p.title}`,
    several: (p) => `${p.count} comments call you: ${p.title}`,
    hello: (p) => `Hello ${p.name},`,
    bodyOne: (p) => `${p.by} calls you in a comment on “${p.title}” (${p.group}).`,
    bodySeveral: (p) => `${p.by} call you in ${p.count} comments on “${p.title}” (${p.group}).`,
    bodySame: (p) => `${p.by} calls you in ${p.count} comments on “${p.title}” (${p.group}).`,
    and: 'and',
    there: 'You can read what it says in Kreislauf.',
    action: 'Read and reply',
    why: 'You get this mail because somebody called you in a comment. About one text we write to you at most every ten minutes. What you have read already is not in it.',
    off: 'No more mails about comments',
  },
})

interface MentionMail {
  name: string
  lang: Lang
  href: string
  /** Where these mails are switched off. */
  off: string
  /** About one text. */
  mentions: Mention[]
}

const listed = (names: string[], and: string) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

/** Says who calls somebody and where, never what was said: that stays where it can be taken back. */
export function mentionMail({ name, lang, href, off, mentions }: MentionMail) {
  const t = texts[lang]
  const [first] = mentions
  const count = mentions.length
  const names = [...new Set(mentions.map(({ by }) => by))]
  const about = { title: first?.document.title ?? '', group: first?.group.name ?? '', by: listed(names, t.and), count }
  const several = names.length > 1 ? t.bodySeveral(about) : t.bodySame(about)
  return letter({
    lang,
    subject: count === 1 ? t.one(about) : t.several(about),
    paragraphs: [t.hello({ name }), count === 1 ? t.bodyOne(about) : several, t.there],
    action: { label: t.action, href },
    why: t.why,
    off: { label: t.off, href: off },
  })
}
