import type { Lang, Locale } from '#src/web/locale.ts'
import { time } from '../kit/dates.ts'
import { bilingual } from '../kit/texts.ts'
import { letter } from './letter.tsx'

const texts = bilingual({
  de: {
    subject: (p: { until: string }) => `Bis ${p.until}: dein Anmeldelink`,
    hello: (p: { name: string }) => `Hallo ${p.name},`,
    body: (p: { until: string }) =>
      `mit diesem Link meldest du dich bei Kreislauf an. Er gilt bis ${p.until} und nur ein Mal.`,
    action: 'Anmelden',
    why: 'Du bekommst diese Mail, weil jemand mit deiner Adresse einen Anmeldelink angefordert hat. Warst du das nicht, musst du nichts tun: Ohne diesen Link kommt niemand hinein.',
  },
  en: {
    subject: (p) => `Until ${p.until}: your sign-in link`,
    hello: (p) => `Hello ${p.name},`,
    body: (p) => `this link signs you in to Kreislauf. It is valid until ${p.until}, and once only.`,
    action: 'Sign in',
    why: 'You get this mail because somebody asked for a sign-in link with your address. If it was not you, there is nothing to do: nobody gets in without this link.',
  },
})

interface SignInMail {
  name: string
  lang: Lang
  href: string
  until: Date
  now: Date
}

export function signInMail({ name, lang, href, until, now }: SignInMail) {
  const t = texts[lang]
  const locale: Locale = { lang, now }
  const clock = time(locale, until)
  return letter({
    lang,
    subject: t.subject({ until: clock }),
    paragraphs: [t.hello({ name }), t.body({ until: clock })],
    action: { label: t.action, href },
    why: t.why,
  })
}
