import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Head } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    toStart: 'Zur Startseite',
    toSignIn: 'Anmelden',
    reference: (p: { id: string }) => `Wenn du uns davon erzählst, nenne bitte diese Nummer: ${p.id}`,
    400: { title: 'Das haben wir nicht verstanden', lead: 'Geh bitte zurück und versuch es noch einmal.' },
    401: { title: 'Du bist nicht angemeldet', lead: 'Melde dich an, dann geht es hier weiter.' },
    403: {
      title: 'Das darfst du hier nicht',
      lead: 'Dafür braucht es eine andere Rolle in der Gruppe. Wer sie hat, steht unter „Menschen und Auftrag“. Gäste lesen die Texte, zu denen sie eingeladen sind.',
    },
    404: {
      title: 'Hier ist nichts',
      lead: 'Entweder gibt es das nicht mehr, oder es gehört einer Gruppe, in der du nicht bist.',
    },
    409: { title: 'Jemand war schneller', lead: 'Lade die Seite neu, dann siehst du, was jetzt gilt.' },
    413: { title: 'Das ist zu groß', lead: 'Bis 20\u00A0MB geht es. Kürze den Text oder nimm eine kleinere Datei.' },
    422: { title: 'Da fehlt noch etwas', lead: 'Geh bitte zurück und schau, was noch offen ist.' },
    429: { title: 'Das war sehr oft hintereinander', lead: 'Warte ein paar Minuten und versuch es dann noch einmal.' },
    500: {
      title: 'Das hat nicht geklappt',
      lead: 'Der Fehler liegt bei uns. Was gespeichert war, ist noch da. Versuch es gleich noch einmal.',
    },
  },
  en: {
    toStart: 'To the start page',
    toSignIn: 'Sign in',
    reference: (p) => `If you tell us about it, please give this number: ${p.id}`,
    400: { title: 'We did not understand that', lead: 'Please go back and try again.' },
    401: { title: 'You are not signed in', lead: 'Sign in to go on.' },
    403: {
      title: 'You may not do this here',
      lead: 'It takes another role in the group. “People and mandate” says who has it. Guests read the texts that they are invited to.',
    },
    404: {
      title: 'Nothing here',
      lead: 'Either it no longer exists, or it belongs to a group that you are not in.',
    },
    409: { title: 'Somebody was faster', lead: 'Reload the page to see how things stand now.' },
    413: { title: 'This is too large', lead: 'Up to 20\u00A0MB is fine. Shorten the text or take a smaller file.' },
    422: { title: 'Something is missing', lead: 'Please go back and see what is still open.' },
    429: { title: 'That was very often in a row', lead: 'Wait a few minutes and try again.' },
    500: {
      title: 'That did not work',
      lead: 'It is our fault. What had been saved is still there. Please try again.',
    },
  },
})

const known = [400, 401, 403, 404, 409, 413, 422, 429, 500] as const

type Known = (typeof known)[number]

const kindOf = (status: number): Known => known.find((one) => one === status) ?? (status < 500 ? 400 : 500)

/** Title of the page that says what went wrong. */
export const problemTitle = (locale: Locale, status: number): string => texts[locale.lang][kindOf(status)].title

type Props = { locale: Locale; status: number; signedIn: boolean; requestId?: string }

/** What went wrong, in plain words, and where to go from here. */
export const ProblemPage = ({ locale, status, signedIn, requestId }: Props) => {
  const t = texts[locale.lang]
  const kind = kindOf(status)
  const way = signedIn ? { href: paths.start(), label: t.toStart } : { href: paths.signIn(), label: t.toSignIn }
  return (
    <Head
      narrow
      title={t[kind].title}
      lead={t[kind].lead}
      actions={<LinkButton href={way.href}>{way.label}</LinkButton>}
    >
      {kind === 500 && requestId && <p class="soft">{t.reference({ id: requestId })}</p>}
    </Head>
  )
}
