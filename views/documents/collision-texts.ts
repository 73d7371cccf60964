import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Gleichzeitig geändert',
    lead: 'Diese Sätze haben zwei geändert, ohne voneinander zu wissen. Nichts ist verloren. Entscheidet, wie sie lauten.',
    before: 'Vorher',
    version: (p: { name: string }) => `Fassung von ${p.name}`,
    now: 'Steht jetzt da',
    struck: 'gestrichen',
    somebody: 'jemand anderem',
    keep: 'So lassen',
    done: 'Erledigt',
    hint: (p: { count: number }) =>
      p.count === 1 ? 'Ein Satz wurde gleichzeitig geändert.' : `${p.count}\u00A0Sätze wurden gleichzeitig geändert.`,
    decide: 'Ansehen und entscheiden',
  },
  en: {
    title: 'Changed at the same time',
    lead: 'Two people changed these sentences without knowing of each other. Nothing is lost. Decide how they read.',
    before: 'Before',
    version: (p) => `Wording of ${p.name}`,
    now: 'It reads now',
    struck: 'struck out',
    somebody: 'somebody else',
    keep: 'Leave as it is',
    done: 'Done',
    hint: (p) =>
      p.count === 1
        ? 'One sentence was changed at the same time.'
        : `${p.count} sentences were changed at the same time.`,
    decide: 'Look and decide',
  },
})
