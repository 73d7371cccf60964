import { bilingual } from '../kit/texts.ts'

/** What was decided, and how it is put right. */
export const texts = bilingual({
  de: {
    title: 'Beschlüsse',
    list: [
      {
        term: 'Feststellen',
        words:
          'muss immer eine zweite Person. Sie schreibt in einem Satz, was gilt, und legt die ersten Aufgaben an. Dann bekommt der Beschluss seine Nummer und ändert sich nicht mehr.',
      },
      {
        term: 'Aus einer Sitzung',
        words:
          'trägst du unter „Entscheidungen“ ein: was, wann, wo, wie und wer da war. Eine zweite Person bestätigt es.',
      },
      {
        term: 'Falsch aufgeschrieben',
        words:
          'oder doppelt: Auf der Seite des Beschlusses legst du eine Berichtigung an. Unterschreibt eine zweite Person, steht sie darüber. Das Alte bleibt lesbar, die Nummer bleibt vergeben.',
      },
      {
        term: 'Jemand war befangen',
        words:
          'und es kam erst später heraus: Dann wird ohne diese Antwort neu gezählt. Geht es anders aus, heißt der Beschluss „Bitte neu entscheiden“ und kommt auf die Tagesordnung.',
      },
      {
        term: 'Wiederfinden',
        words:
          'kannst du jeden Beschluss über Wörter, seine Nummer, Gruppe, Jahr, Thema, Leitidee oder danach, ob er gilt und ob noch etwas zu tun ist.',
      },
      {
        term: 'Drucken und weitergeben',
        words:
          'geht direkt von der Seite, als eigenes Blatt. Die „Ausgabe ohne Namen“ lässt alle Antworten weg und die vollen Namen aller, die hier ein Konto haben. Lies sie vor dem Weitergeben: Vornamen und andere Menschen im Text erkennt das Programm nicht.',
      },
      {
        term: 'Jahresbuch',
        words:
          'gibt es zu jedem Jahr, zum Lesen, Drucken und als Datei: alle Beschlüsse mit ihren Regeln, auch abgelehnte, und was daraus wurde. In der Ausgabe für alle steht keine Antwort, und beim Namen genannt ist nur, wer auf der eigenen Seite zugestimmt hat.',
      },
    ],
  },
  en: {
    title: 'Decisions',
    list: [
      {
        term: 'Confirming',
        words:
          'is always done by a second person. They write in one sentence what holds, and the first tasks. Then the decision gets its number and does not change any more.',
      },
      {
        term: 'From a meeting',
        words: 'you enter it under “Deciding”: what, when, where, how and who was there. A second person confirms it.',
      },
      {
        term: 'Written down wrongly',
        words:
          'or twice: add a correction on the page of the decision. Once a second person has signed, it stands above it. The old stays readable, the number stays used.',
      },
      {
        term: 'Somebody had a conflict of interest',
        words:
          'and it came out later: then it is counted again without this answer. If it ends otherwise, the decision is called “Please decide again” and goes on the agenda.',
      },
      {
        term: 'Finding it again',
        words:
          'works by words, by its number, group, year, topic, guiding idea, or by whether it is in force and whether there is something left to do.',
      },
      {
        term: 'Printing and handing on',
        words:
          'works from the page itself, as a sheet of its own. The “edition without names” leaves out all answers and the full names of everybody who has an account here. Read it before you hand it on: the program does not recognise first names and other people in the text.',
      },
      {
        term: 'The annual book',
        words:
          'is there for each year, to read, to print and as a file: all decisions with their rules, rejected ones too, and what has become of them. The edition for everybody has no answers, and names only those who have agreed on their own page.',
      },
    ],
  },
})
