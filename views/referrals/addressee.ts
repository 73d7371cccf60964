import type { Group } from '#src/groups/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    circle: { subject: 'der Kreis', Subject: 'Der Kreis', to: 'an den Kreis', at: 'beim Kreis', dative: 'dem Kreis' },
    group: (p: { name: string }) => ({
      subject: `die ${p.name}`,
      Subject: `Die ${p.name}`,
      to: `an die ${p.name}`,
      at: `bei der ${p.name}`,
      dative: `der ${p.name}`,
    }),
  },
  en: {
    circle: {
      subject: 'the circle',
      Subject: 'The circle',
      to: 'to the circle',
      at: 'with the circle',
      dative: 'the circle',
    },
    group: (p) => ({ subject: p.name, Subject: p.name, to: `to ${p.name}`, at: `with ${p.name}`, dative: p.name }),
  },
})

export type Addressee = ReturnType<(typeof texts)['de']['group']>

/** How whoever got a referral is called in a sentence: most often the circle, sometimes another group. */
export const addressee = (locale: Locale, { kind, name }: Pick<Group, 'kind' | 'name'>): Addressee =>
  kind === 'circle' ? texts[locale.lang].circle : texts[locale.lang].group({ name })
