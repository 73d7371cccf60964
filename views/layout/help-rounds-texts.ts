import { bilingual } from '../kit/texts.ts'

/** How a round begins, how long it takes, and what happens when nothing was decided. */
export const texts = bilingual({
  de: {
    title: 'Runden: Weg, Frist und Mails',
    list: [
      {
        term: 'Bis einschließlich',
        words:
          'Eine Runde endet am letzten Tag um 24\u00A0Uhr, wenn keine Uhrzeit dabeisteht. Es gilt die Uhr des Servers, mit der Zeit in Deutschland. Was danach ankommt, wird festgehalten und nicht gezählt.',
      },
      {
        term: 'Umlauf',
        words:
          'Entschieden wird ohne Sitzung. Wie lange ein Umlauf mindestens dauert, steht in euren Regeln, meist sieben Tage. Eilt es, sind es 48\u00A0Stunden, und der Grund steht dabei. Wer lieber darüber sprechen will, verlangt eine Sitzung.',
      },
      {
        term: 'Schweigen',
        words:
          'Manche Gruppen haben vereinbart, dass Schweigen als Zustimmung gilt. Das zählt nur, wenn alle, die nicht antworten, zweimal erinnert wurden und erreicht sind: Sie haben die Runde geöffnet oder eine Mail an eine Adresse bekommen, mit der sie sich in den letzten 90\u00A0Tagen angemeldet haben. Sonst kommt es in eine Sitzung. Über Geld und über das, was nach außen geht, entscheidet Schweigen nie.',
      },
      {
        term: 'Verlängern und abbrechen',
        words:
          'Leitung oder Moderation können eine Runde verlängern, bevor sie endet, so oft eure Regeln es erlauben. Stimmt die Liste der Stimmberechtigten nicht, brechen sie die Runde ab: Die Antworten zählen dann nicht, und niemand sieht sie.',
      },
      {
        term: 'Auszählen',
        words:
          'Ist die Zeit vorbei, zählt der Server selbst aus. Haben vorher alle geantwortet, kann die Leitung oder Moderation gleich auszählen. Was in einer Sitzung entschieden wird, zählt die Moderation aus.',
      },
      {
        term: 'Nichts entschieden?',
        words:
          'Dann legt ihr fest, wie es weitergeht: eine kleine Gruppe, ein neuer Wortlaut, das nächste Treffen oder der Kreis. Findet auch eine kleine Gruppe keinen Konsens, könnt ihr die Mehrheit fragen, wenn ihr das vorher in euren Regeln vereinbart habt. Was besprochen werden soll, steht auf der Seite der Gruppe, bis jemand sagt, dass es erledigt ist.',
      },
      {
        term: 'Mails',
        words:
          'Wer eine Stimme hat, bekommt eine Mail, wenn eine Runde beginnt oder länger läuft, wenn die Antwort nach der Hälfte der Zeit und am letzten Tag noch fehlt, und wenn das Ergebnis da ist. Unter „Mein Konto“ lassen sich diese Mails abstellen.',
      },
    ],
  },
  en: {
    title: 'Rounds: way, time and mails',
    list: [
      {
        term: 'Until and including',
        words:
          'A round ends at midnight of the last day, unless a time is given. The clock of the server counts, with the time in Germany. What arrives later is kept and not counted.',
      },
      {
        term: 'Circular',
        words:
          'It is decided without a meeting. Your rules say how long a circular takes at least, mostly seven days. If it is urgent it takes 48\u00A0hours, and the reason is given. Whoever would rather talk about it asks for a meeting.',
      },
      {
        term: 'Silence',
        words:
          'Some groups have agreed that silence is consent. That only counts if everybody who does not answer has been reminded twice and reached: they have opened the round, or got a mail at an address with which they have signed in within the last 90\u00A0days. Otherwise it goes to a meeting. Silence never decides about money or about what goes public.',
      },
      {
        term: 'Extending and cancelling',
        words:
          'Leads or facilitators can extend a round before it ends, as often as your rules allow. If the roll is wrong they cancel the round: then the answers do not count and nobody sees them.',
      },
      {
        term: 'Counting',
        words:
          'When time is up the server counts by itself. If everybody has answered before, leads or facilitators can count at once. What is decided in a meeting is counted by the facilitator.',
      },
      {
        term: 'Nothing decided?',
        words:
          'Then you say how it goes on: a small group, another wording, the next meeting or the circle. If a small group finds no consensus either, you can ask the majority, provided that your rules have said so before. What shall be talked about stands on the page of the group until somebody says that it is done.',
      },
      {
        term: 'Mails',
        words:
          'Whoever has a vote gets a mail when a round begins or takes longer, when the answer is still missing at half time and on the last day, and when there is a result. These mails can be switched off under “My account”.',
      },
    ],
  },
})
