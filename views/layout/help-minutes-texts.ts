import { bilingual } from '../kit/texts.ts'

/** In the meeting, and its minutes. */
export const texts = bilingual({
  de: {
    title: 'In der Sitzung und im Protokoll',
    list: [
      {
        term: 'Wer da ist',
        words:
          'notiert mit einem Klick, wer die Sitzung leitet oder schreibt: kommt, geht, kommt wieder. Daraus folgt für jeden Punkt, ob ihr beschlussfähig seid, nach euren Regeln und ohne die Befangenen.',
      },
      {
        term: 'Befangenheit',
        words:
          'wird zu jedem Punkt gefragt, zu dem ihr etwas entscheidet. Festgehalten wird nur die Art, keine Einzelheiten. Vor der Frage wird aus einer Zeile kein Beschluss.',
      },
      {
        term: 'Das Protokoll',
        words:
          'entsteht beim Eröffnen, mit einer Überschrift für jeden Punkt. Mehrere schreiben gleichzeitig darin, wie in jedem anderen Text.',
      },
      {
        term: 'Aus einer Zeile',
        words:
          'wird mit einem Klick ein Beschluss, den eine zweite Person bestätigt, oder eine Aufgabe. Beide bleiben mit der Zeile verbunden. Steht ein Name in der Zeile, ist diese Person gleich zuständig.',
      },
      {
        term: 'Umlauf und Einspruch',
        words:
          'Nach der Sitzung geht das Protokoll an alle, meist für vierzehn Tage; jedes Mitglied bekommt eine Mail und findet es auf der Startseite, bis es gelesen ist. Wer etwas anders in Erinnerung hat, sagt zu einem Punkt, wie es dasteht und wie es heißen soll. Nehmen beide an, die unterschreiben, wird es geändert. Sonst entscheidet die nächste Sitzung. Der Beschluss gilt solange weiter.',
      },
      {
        term: 'Genehmigt',
        words:
          'wird in der nächsten Sitzung, oder durch Ablauf der Frist, wenn eure Regeln das sagen. Danach ändert sich nichts mehr, und die ganze Allianz kann es lesen. Was dann noch falsch ist, steht als Berichtigung mit zwei Unterschriften daneben.',
      },
    ],
  },
  en: {
    title: 'In the meeting and in the minutes',
    list: [
      {
        term: 'Who is there',
        words:
          'is noted with one click by whoever leads the meeting or writes: comes, goes, comes back. From that follows for each item whether you can decide, by your rules and without those in conflict of interest.',
      },
      {
        term: 'Conflicts of interest',
        words:
          'are asked for at each item on which you decide something. Only the kind is kept, no details. Before the question no line becomes a decision.',
      },
      {
        term: 'The minutes',
        words:
          'are made when the meeting is opened, with a heading for each item. Several people write in them at once, as in any other text.',
      },
      {
        term: 'From a line',
        words:
          'one click makes a decision, which a second person confirms, or a task. Both stay linked with the line. If a name stands in the line, that person is responsible at once.',
      },
      {
        term: 'Round and objection',
        words:
          'After the meeting the minutes go to everybody, mostly for fourteen days; each member gets a mail and finds them on the start page until they are read. Whoever remembers something differently says of an item how it stands and how it should read. If both accept who sign, it is changed. Otherwise the next meeting decides. The decision stays in force meanwhile.',
      },
      {
        term: 'Approved',
        words:
          'they are in the next meeting, or when the time is over if your rules say so. After that nothing changes any more, and the whole alliance can read them. What is still wrong then stands beside them as a correction with two signatures.',
      },
    ],
  },
})
