import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { OwnPlace } from '#src/decisions/seats/own.ts'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './answer-texts.ts'
import type { RoundPageProps } from './round-page.tsx'
import { texts as words } from './round-texts.ts'
import { Scale } from './scale.tsx'

export const ratingName = (option: Pick<RoundOption, 'id'>) => `rating-${option.id}`

type Props = Pick<RoundPageProps, 'options' | 'locale'> & { form: FormState; own: OwnPlace['own'] }

/** Every option with its scale, changing nothing among them; and whether all of them are rated. */
export const RatingFields = ({ form, options, own, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <section class="ratings stack" aria-labelledby={`${form.id}-question`}>
      <div class="rating-question">
        <h2 id={`${form.id}-question`}>{words[locale.lang].ask.systemic_consensing}</h2>
        <p>{t.resistance}</p>
        <p class="soft only-keys">{t.keys}</p>
      </div>
      {options.map((option) => (
        <Scale form={form} name={ratingName(option)} {...option} value={own?.ratings.get(option.id)} />
      ))}
      <p class="soft" role="status" data-part="rated" data-some={t.rated} data-all={t.allRated}>
        {t.rateAll({ count: options.length })}
      </p>
    </section>
  )
}
