import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { Notice } from '../kit/notice.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    title: 'Datenschutz',
    lead: 'Was hier gespeichert wird, wer es sieht und wie lange.',
    stored: 'Was gespeichert wird',
    storedList: [
      { term: 'Name und Mailadresse', words: 'damit du dich anmelden kannst und die anderen wissen, wer schreibt.' },
      { term: 'Mitgliedschaften', words: 'in welchen Gruppen du bist, mit welcher Aufgabe, von wann bis wann.' },
      { term: 'Was du schreibst', words: 'Texte, Vorschläge, Antworten, Aufgaben, mit Zeitpunkt und deinem Namen.' },
      {
        term: 'Was du gelesen hast',
        words:
          'Für jeden Text, was du zuletzt gesehen hast und wann, damit er dir sagen kann, was neu ist. Niemand sonst sieht es. Nach einem Jahr, oder wenn du die Gruppe verlässt, wird es gelöscht.',
      },
      {
        term: 'Anmeldungen',
        words: 'Gerät und Zeit. Eine Anmeldung endet nach zwei Wochen ohne Nutzung, spätestens nach 90\u00a0Tagen.',
      },
    ],
    seen: 'Wer was sieht',
    seenList: [
      {
        term: 'In deiner Gruppe',
        words:
          'sehen die Mitglieder Texte, Aufgaben und Runden. Gäste lesen nur die Texte, zu denen sie eingeladen sind.',
      },
      {
        term: 'Im Kreis',
        words:
          'lesen die Mitglieder, was deine Gruppe ihm schickt, mit der Fassung des Textes. Sonst sehen sie von ihr Zahlen und Tage, etwa wie viele Aufgaben offen sind.',
      },
      {
        term: 'Laufende Runden',
        words: 'Die Mitglieder sehen, wer schon geantwortet hat. Wie, sieht bis zum Auszählen niemand.',
      },
      { term: 'Im Bündnis', words: 'lesen Beschlüsse alle, die Mitglied einer Gruppe sind.' },
      {
        term: 'Betrieb',
        words:
          'hat im Programm keine eigenen Rechte. Wer den Server verwaltet, könnte aber die Datenbank lesen und Anmeldelinks ausstellen.',
      },
    ],
    browser: 'In deinem Browser',
    browserMore:
      'Es gibt einen Cookie für die Anmeldung und einen, der sich die Sprache merkt. Nichts davon dient der Beobachtung, und keine Seite ruft fremde Server auf. Texte, die du bearbeitest, bleiben auf deinem Gerät liegen, damit ohne Netz nichts verloren geht. Beim Abmelden werden sie dort gelöscht. Unter „Mein Konto“ kannst du das für ein Gerät abschalten.',
    kept: 'Wie lange',
    keptMore:
      'Beschlüsse und ihre Geschichte bleiben, weil sich andere darauf verlassen. Was du geschrieben hast, behält deinen Namen, auch wenn du gehst. Endet deine Mitgliedschaft in einer Gruppe, endet dein Zugang zu ihr sofort.',
    whom: 'An wen du dich wendest',
    missing: 'Hier fehlen noch Angaben.',
    missingMore:
      'Wer diesen Server betreibt, muss hier sagen, wer für die Daten verantwortlich ist und wen du fragen kannst.',
    imprint: 'Zum Impressum',
  },
  en: {
    title: 'Privacy',
    lead: 'What is stored here, who sees it, and for how long.',
    stored: 'What is stored',
    storedList: [
      { term: 'Name and mail address', words: 'so that you can sign in and others know who is writing.' },
      { term: 'Memberships', words: 'which groups you are in, with which role, from when to when.' },
      { term: 'What you write', words: 'texts, proposals, answers, tasks, with the time and your name.' },
      {
        term: 'What you have read',
        words:
          'For each text what you saw last and when, so that it can tell you what is new. Nobody else sees it. After a year, or when you leave the group, it is deleted.',
      },
      {
        term: 'Sign-ins',
        words: 'device and time. A sign-in ends after two weeks without use, and after 90\u00a0days in any case.',
      },
    ],
    seen: 'Who sees what',
    seenList: [
      {
        term: 'In your group',
        words: 'members see texts, tasks and rounds. Guests read only the texts that they were invited to.',
      },
      {
        term: 'In the circle',
        words:
          'members read what your group sends there, with the version of the text. Apart from that they see numbers and days, such as how many tasks are open.',
      },
      { term: 'Open rounds', words: 'Members see who has answered already. How, nobody sees until the count.' },
      { term: 'In the alliance', words: 'decisions can be read by everybody who is a member of a group.' },
      {
        term: 'Operator',
        words:
          'has no rights of their own in the program. Whoever runs the server could, however, read the database and make sign-in links.',
      },
    ],
    browser: 'In your browser',
    browserMore:
      'There is one cookie for signing in and one that remembers the language. Neither is there to watch you, and no page calls other servers. Texts that you edit are kept on your device, so that nothing is lost without a connection. Signing out deletes them there. Under “My account” you can switch that off for a device.',
    kept: 'For how long',
    keptMore:
      'Decisions and their history stay, because others rely on them. What you have written keeps your name, even when you leave. When your membership of a group ends, your access to it ends at once.',
    whom: 'Whom to ask',
    missing: 'Details are still missing here.',
    missingMore: 'Whoever runs this server has to say here who is responsible for the data and whom you can ask.',
    imprint: 'To the imprint',
  },
})

/** What is stored and who sees it. `operator` = whom to ask, as set by the operator. */
export const PrivacyPage = ({ locale, operator }: { locale: Locale; operator: string | null }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow title={t.title} lead={t.lead} />
      <Column>
        <Block id="stored" title={t.stored}>
          <Facts facts={[...t.storedList]} />
        </Block>
        <Block id="seen" title={t.seen}>
          <Facts facts={[...t.seenList]} />
        </Block>
        <Block id="browser" title={t.browser}>
          <p>{t.browserMore}</p>
        </Block>
        <Block id="kept" title={t.kept}>
          <p>{t.keptMore}</p>
        </Block>
        <Block id="whom" title={t.whom}>
          {operator ? (
            <p class="lines">{operator}</p>
          ) : (
            <Notice tone="care" icon="info" first={t.missing}>
              {t.missingMore}
            </Notice>
          )}
          <p class="link-line">
            <a href={paths.imprint()}>{t.imprint}</a>
          </p>
        </Block>
      </Column>
    </>
  )
}
