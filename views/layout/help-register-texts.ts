import { bilingual } from '../kit/texts.ts'

/** How the register keeps what it says. */
export const texts = bilingual({
  de: {
    title: 'Das Beschlussbuch',
    list: [
      {
        term: 'Nummer',
        words:
          'Jeder Beschluss bekommt die nächste Nummer seiner Gruppe, auch ein abgelehnter. Keine fehlt, keine kommt zweimal vor. Dafür stehen immer zwei Personen.',
      },
      {
        term: 'Nichts ändert sich',
        words:
          'Einen Beschluss kann niemand ändern oder löschen. Was falsch ist, wird berichtigt: Die Berichtigung steht darüber, der Beschluss bleibt lesbar.',
      },
      {
        term: 'Prüfsumme',
        words:
          'Jeder Eintrag hängt am Eintrag davor. Wer später etwas verändert, auch in der Datenbank selbst, zerreißt diese Kette. Die Prüfsumme steht auf jedem Beschlussblatt und in den Mails über Ergebnisse. Hebt eine davon auf.',
      },
      {
        term: 'Beschluss prüfen',
        words:
          'Unter „Beschlüsse“, ganz unten: „Prüfen“. Gib Nummer oder Prüfsumme ein, und du liest, ob das Beschlussbuch genau das sagt. Alles nachrechnen kann, wer den Server betreibt: npx kreislauf verify.',
      },
      {
        term: 'Namen',
        words:
          'In der Kette selbst steht niemand beim Namen und kein Text. Wird eine Person gelöscht, stimmt sie weiter, und ein Eintrag sagt, dass etwas gelöscht wurde.',
      },
    ],
  },
  en: {
    title: 'The register of decisions',
    list: [
      {
        term: 'Number',
        words:
          'Each decision gets the next number of its group, a rejected one too. None is missing, none comes twice. Two people always stand behind it.',
      },
      {
        term: 'Nothing changes',
        words:
          'Nobody can change or delete a decision. What is wrong is put right: the correction stands above it, and the decision stays readable.',
      },
      {
        term: 'Checksum',
        words:
          'Each entry hangs on the entry before. Whoever changes something later, even in the database itself, tears this chain. The checksum stands on every decision sheet and in the mails about results. Keep one of them.',
      },
      {
        term: 'Checking a decision',
        words:
          'Under “Decisions”, at the very end: “Check”. Enter number or checksum, and you read whether the register says exactly that. Whoever runs the server can compute everything anew: npx kreislauf verify.',
      },
      {
        term: 'Names',
        words:
          'The chain itself holds no name and no text. When a person is erased it still fits, and an entry says that something was erased.',
      },
    ],
  },
})
