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
    henrike: 'koordiniert den Kreis: sieht, was bei ihm liegt, und schickt es mit Gründen zurück.',
    swantje: 'leitet die AG\u00a0Energie: schreibt am Entwurf, friert eine Fassung ein, eröffnet eine Runde.',
    tarek: 'vertritt die AG\u00a0Energie im Kreis: bestätigt als zweite Person und gibt Beschlüsse weiter.',
    bjarne: 'ist in der AG\u00a0Energie: antwortet in einer offenen Runde, auch mit einem Einwand.',
    gerd: 'ist in zwei Gruppen: hakt eine Aufgabe ab und schreibt gleichzeitig mit Swantje am selben Text.',
    nele: 'leitet die AG\u00a0Landwirtschaft und gehört zum Kreis: prüft, was die Energie geschickt hat.',
  },
  en: {
    henrike: 'coordinates the circle: sees what lies with it and returns it with reasons.',
    swantje: 'leads AG\u00a0Energie: writes the draft, freezes a version, opens a round.',
    tarek: 'speaks for AG\u00a0Energie in the circle: confirms as the second person and forwards decisions.',
    bjarne: 'belongs to AG\u00a0Energie: answers in an open round, with an objection if need be.',
    gerd: 'is in two groups: ticks off a task and writes in the same text as Swantje at the same time.',
    nele: 'leads AG\u00a0Landwirtschaft and sits in the circle: looks at what AG\u00a0Energie has sent.',
  },
})
