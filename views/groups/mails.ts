import type { Lang, Locale } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { weekday } from '../kit/dates.ts'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    subject: (p: { group: string; by: string }) => `Einladung von ${p.by}: ${p.group}`,
    body: (p: { group: string; alliance: string; by: string; until: string }) =>
      `${p.by} lädt dich ein: ${p.group}, ${p.alliance}. Die Einladung gilt bis ${p.until} und nur ein Mal.`,
    aim: (p: { aim: string }) => `Darum geht es: ${p.aim}`,
    guest: (p: { day: string }) => `Du bist als Gast eingeladen, bis ${p.day}.`,
    action: 'Einladung ansehen',
    why: (p: { by: string }) =>
      `Du bekommst diese Mail, weil ${p.by} deine Adresse eingetragen hat. Wenn du nicht dabei sein willst, musst du nichts tun. Ohne deine Zustimmung speichern wir nichts weiter über dich.`,
  },
  en: {
    subject: (p) => `Invitation from ${p.by}: ${p.group}`,
    body: (p) =>
      `${p.by} invites you: ${p.group}, ${p.alliance}. The invitation is valid until ${p.until}, and once only.`,
    aim: (p) => `This is what it is about: ${p.aim}`,
    guest: (p) => `You are invited as a guest, until ${p.day}.`,
    action: 'See the invitation',
    why: (p) =>
      `You get this mail because ${p.by} entered your address. If you do not want to take part, there is nothing to do. Without your consent we store nothing further about you.`,
  },
})

interface InvitationMail {
  lang: Lang
  now: Date
  href: string
  group: string
  alliance: string
  by: string
  aim: string | null
  until: Date
  /** For a guest. */
  endsOn: string | null
}

export function invitationMail({ lang, now, href, until, aim, endsOn, ...names }: InvitationMail) {
  const t = texts[lang]
  const locale: Locale = { lang, now }
  const paragraphs = [
    t.body({ ...names, until: weekday(locale, until) }),
    ...(aim ? [t.aim({ aim })] : []),
    ...(endsOn ? [t.guest({ day: weekday(locale, endsOn) })] : []),
  ]
  return letter({
    lang,
    subject: t.subject(names),
    paragraphs,
    action: { label: t.action, href },
    why: t.why(names),
  })
}
