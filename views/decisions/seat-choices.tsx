import type { DoubleSeated } from '#src/decisions/seats/doubles.ts'
import { SelectField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './seat-texts.ts'

/** Whoever would answer for several seats, where the rules allow one: which one they take in this round. */
export const SeatChoices = ({ form, doubles }: { form: FormState; doubles: DoubleSeated[] }) => {
  const t = texts[form.locale.lang]
  return (
    <>
      {doubles.map(({ person, seats }) => (
        <SelectField
          form={form}
          name={`seat-${person.id}`}
          label={t.choose({ name: person.name })}
          hint={t.chooseHint}
          options={seats.map(({ key, name }) => ({ value: key, label: name ?? t.ownSeat }))}
        />
      ))}
    </>
  )
}
