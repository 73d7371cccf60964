import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Answers, Buttons } from './specimens/acting.tsx'
import { Fields, RefusedFields } from './specimens/fields.tsx'
import { Editor, Listing, Paper, Persons, Type } from './specimens/reading.tsx'
import { MarginList, Notices, Sheets, States, Way } from './specimens/showing.tsx'
import { texts } from './specimens/texts.ts'
import { Head } from './structure.tsx'

const specimens = [
  Type,
  Buttons,
  States,
  MarginList,
  Notices,
  Answers,
  Fields,
  RefusedFields,
  Sheets,
  Way,
  Listing,
  Persons,
  Paper,
  Editor,
]

/** Every component in every state, light and dark side by side (demo and development only). */
export const KitPage = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head over={t.over} title={t.title} lead={t.lead} />
      <div class="kit">
        {(['light', 'dark'] as const).map((side) => (
          <section class="ground" data-theme={side} aria-label={t[side]}>
            {specimens.map((Specimen) => (
              <Specimen locale={locale} side={side} here={paths.kit()} />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
