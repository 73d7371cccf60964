import { bilingual } from '../kit/texts.ts'

/** How a group comes together, and how its agenda fills itself. */
export const texts = bilingual({
  de: {
    title: 'Sitzungen vorbereiten',
    list: [
      {
        term: 'Planen',
        words:
          'können Leitung, Moderation und im Kreis die Koordination. Der nächste Termin ist im Rhythmus der letzten Sitzungen vorgeschlagen, mit Ort, Moderation und Protokoll; oft genügt ein Klick. Wann andere Gruppen tagen, sehen alle Mitglieder der Allianz, worüber sie sprechen, nicht.',
      },
      {
        term: 'Tagesordnung',
        words:
          'Sie füllt sich von selbst: letztes Protokoll, was liegen blieb, Berichte, Weiterleitungen ohne Antwort, Vorschläge und Wünsche, Fristen von außen in sechs Wochen, Wiedervorlagen, Aufgaben, die überfällig sind oder niemand hat. Was später dazukommt, holt „Neues aufnehmen“.',
      },
      {
        term: 'Ordnen',
        words:
          'Punkte bewegt ihr mit den Knöpfen, durch Ziehen oder mit Alt und den Pfeiltasten. Was ihr herunternehmt, braucht einen Grund und kommt in dieser Sitzung nicht von selbst wieder.',
      },
      {
        term: 'Einladen',
        words:
          'Ein Klick schickt allen Mitgliedern die Tagesordnung mit einem Termin für den Kalender, dazu Leitung und Delegierten der Gruppen, um deren Sache es geht. Ändern sich Zeit oder Ort, geht eine neue Mail hinaus und der Kalender zieht nach. Was nach der Einladung dazukommt, ist so gekennzeichnet.',
      },
      {
        term: 'Was liegen bleibt',
        words:
          'geht genau einmal in die nächste Sitzung über, auch wenn eine ausfällt. Wer auf Antwort wartet, liest, warum es noch dauert.',
      },
    ],
  },
  en: {
    title: 'Preparing meetings',
    list: [
      {
        term: 'Planning',
        words:
          'is for leads, facilitators and, in the circle, coordinators. The next date is suggested in the rhythm of the last meetings, with place, facilitator and minute taker; often one click is enough. All members of the alliance see when other groups meet, but not what they talk about.',
      },
      {
        term: 'Agenda',
        words:
          'It fills itself: the last minutes, what was left, reports, referrals without an answer, proposals and wishes, days set from outside in six weeks, reviews, tasks that are overdue or nobody’s. What comes later is fetched by “Take in what is new”.',
      },
      {
        term: 'Arranging',
        words:
          'You move items with the buttons, by dragging, or with Alt and the arrow keys. What you take off needs a reason and does not come back to this meeting by itself.',
      },
      {
        term: 'Inviting',
        words:
          'One click sends the agenda with an entry for the calendar to all members, and to lead and delegates of the groups whose matter it is. When time or place change a new mail goes out and the calendar follows. What comes after the invitation is marked.',
      },
      {
        term: 'What is left',
        words:
          'goes on to the next meeting exactly once, also when one is cancelled. Whoever waits for an answer reads why it takes longer.',
      },
    ],
  },
})
