import { bilingual } from '#views/kit/texts.ts'
import type { PersonKey } from './cast.ts'

/** For whom the demo prints a link: one person for each place from which the loop is seen. */
export const demoPeople = [
  'henrike',
  'swantje',
  'tarek',
  'bjarne',
  'gerd',
  'nele',
] as const satisfies readonly PersonKey[]

/** What each of them may try, in one sentence. */
export const demoWords = bilingual({
  de: {
    henrike:
      'koordiniert den Kreis: Zwei Weiterleitungen warten auf Antwort, eine davon lässt sich mit Gründen zurückgeben.',
    swantje:
      'leitet die AG\u00a0Energie: schreibt an „RPL 2.0 und wir: Energie“ weiter, friert eine Fassung ein, eröffnet eine Runde.',
    tarek: 'vertritt die AG\u00a0Energie im Kreis: gibt Beschlüsse der Gruppe weiter und sieht, wo sie gerade liegen.',
    bjarne:
      'hat zum Wärmenetz schon geantwortet: ändert seine Antwort oder bringt einen Einwand ein, solange die Runde läuft.',
    gerd: 'ist in zwei Gruppen: hakt eine Aufgabe ab, antwortet in einer Runde, schreibt mit Swantje am selben Text.',
    nele: 'leitet die AG\u00a0Landwirtschaft: bestätigt einen Beschluss aus der letzten Sitzung und sieht im Kreis, was die Energie geschickt hat.',
  },
  en: {
    henrike: 'coordinates the circle: two referrals wait for an answer, and one of them can be returned with reasons.',
    swantje: 'leads AG\u00a0Energie: writes on in “RPL 2.0 und wir: Energie”, freezes a version, opens a round.',
    tarek: 'speaks for AG\u00a0Energie in the circle: forwards decisions of the group and sees where they are.',
    bjarne: 'has answered about the heat network: changes the answer or objects as long as the round is open.',
    gerd: 'is in two groups: ticks off a task, answers in a round, writes in the same text as Swantje.',
    nele: 'leads AG\u00a0Landwirtschaft: confirms a decision of the last meeting and sees in the circle what AG\u00a0Energie has sent.',
  },
})
