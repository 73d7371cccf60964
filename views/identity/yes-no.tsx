import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'

interface Props {
  action: string
  id: string
  locale: Locale
  /** The field: `yes` or `no`, the other one than it is now. */
  name: string
  isYes: boolean
  /** How it is now. */
  state: string
  /** What the button makes of it. */
  other: string
}

/** A choice about oneself that is turned round with one button. */
export const YesNo = ({ action, id, locale, name, isYes, state, other }: Props) => (
  <ActionForm action={action} id={id} locale={locale} inline>
    <p>{state}</p>
    <Button rank="second" name={name} value={isYes ? 'no' : 'yes'}>
      {other}
    </Button>
  </ActionForm>
)
