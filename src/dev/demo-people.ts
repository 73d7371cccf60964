import { bilingual } from '#views/kit/texts.ts'
import type { PersonKey } from './cast.ts'

/** For whom the demo prints a link: one person for each place from which the loop is seen. */
export const demoPeople = [
  'henrike',
  'swantje',
  'tarek',
  'bjarne',
  'gerd',
  'fritjof',
  'ayla',
  'nele',
] as const satisfies readonly PersonKey[]

/** What each of them may try, in one sentence. */
export const demoWords = bilingual({
  de: {
    henrike:
      'koordiniert den Kreis: Zwei Weiterleitungen warten auf Antwort, eine davon lässt sich mit Gründen zurückgeben.',
    swantje:
      'leitet die AG\u00a0Energie: schreibt an „RPL 2.0 und wir: Energie“ weiter, kann eine Fassung festhalten, dazu einen Vorschlag machen und eine Runde eröffnen.',
    tarek:
      'vertritt die AG\u00a0Energie im Kreis: kann Beschlüsse der Gruppe an den Kreis geben und sieht, wo sie gerade liegen.',
    bjarne:
      'hat zum Wärmenetz schon geantwortet: ändert seine Antwort oder bringt einen Einwand ein, solange die Runde läuft.',
    gerd: 'ist in zwei Gruppen: hakt eine Aufgabe ab, antwortet in einer Runde, schreibt mit Swantje am selben Text.',
    fritjof:
      'ist in der AG\u00a0Energie die zweite Person: prüft, was Swantje ausgezählt oder eingetragen hat, und bestätigt es.',
    ayla: 'moderiert den Kreis und ist dort die zweite Person: bestätigt, was Henrike als Antwort des Kreises einträgt.',
    nele: 'leitet die AG\u00a0Landwirtschaft: bestätigt einen Beschluss aus der letzten Sitzung und sieht im Kreis, was die Energie geschickt hat.',
  },
  en: {
    henrike: 'coordinates the circle: two referrals wait for an answer, and one of them can be returned with reasons.',
    swantje:
      'leads AG\u00a0Energie: writes on in “RPL 2.0 und wir: Energie”, can freeze a version, make a proposal about it and open a round.',
    tarek:
      'speaks for AG\u00a0Energie in the circle: can refer decisions of the group to the circle and sees where they are.',
    bjarne: 'has answered about the heat network: changes the answer or objects as long as the round is open.',
    gerd: 'is in two groups: ticks off a task, answers in a round, writes in the same text as Swantje.',
    fritjof: 'is the second person in AG\u00a0Energie: checks what Swantje has counted or recorded, and confirms it.',
    ayla: 'facilitates the circle and is the second person there: confirms what Henrike enters as the answer of the circle.',
    nele: 'leads AG\u00a0Landwirtschaft: confirms a decision of the last meeting and sees in the circle what AG\u00a0Energie has sent.',
  },
})
