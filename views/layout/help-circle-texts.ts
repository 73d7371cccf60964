import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Der Überblick des Kreises',
    list: [
      {
        term: 'Fristen von außen',
        words:
          'Tage, die andere gesetzt haben. Eintragen können sie die Koordination, die Leitung und die Moderation. Rot wird eine Frist, wenn zehn Tage vorher noch kein beschlossener Text da ist.',
      },
      {
        term: 'Wege der Sachen',
        words:
          'Ein Bild mit fünf Stationen: Entwurf, Fassung, Entscheidung, Kreis, Antwort. Der große Ring zeigt, wo eine Sache ist, der Bogen, dass sie einmal zurückgegeben wurde. Daneben steht alles als Tabelle.',
      },
      {
        term: 'Gruppen und Kreis',
        words:
          'Jede Gruppe ist mit Leitung und Delegation im Kreis. Eine gestrichelte Linie heißt: Der Posten ist nicht besetzt.',
      },
      {
        term: 'Wie es der Allianz geht',
        words:
          'Aufträge, die in 60\u00A0Tagen enden, offene Posten, fehlende Berichte und Beschlüsse, die niemand umsetzt. Jede Zahl führt zur Liste dahinter.',
      },
    ],
  },
  en: {
    title: 'What the circle sees at a glance',
    list: [
      {
        term: 'Deadlines from outside',
        words:
          'Days that others have set. Coordination, leads and facilitators can add them. A deadline turns red when no text has been adopted ten days before.',
      },
      {
        term: 'Ways of the matters',
        words:
          'A picture with five stations: draft, version, decision, circle, answer. The large ring shows where a matter is, the arc that it was returned once. A table beside it says the same.',
      },
      {
        term: 'Groups and circle',
        words: 'Each group has its lead and its delegate in the circle. A dashed line means: the post is vacant.',
      },
      {
        term: 'How the alliance is',
        words:
          'Mandates that end within 60\u00A0days, vacant posts, missing reports and decisions that nobody carries out. Each number leads to the list behind it.',
      },
    ],
  },
})
