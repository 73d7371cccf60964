import type { Checked } from '#src/decisions/chain/checking.ts'
import type { SheetQuery } from '#src/decisions/chain/forms.ts'
import type { Head as ChainHead } from '#src/decisions/chain/heads.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts as words } from './texts.ts'
import { texts } from './verify-page-texts.ts'
import { Result } from './verify-result.tsx'

type Props = { query: SheetQuery; checked: Checked | null; head: ChainHead | null; locale: Locale }

/** A sheet is held against the register. */
export const VerifyPage = (props: Props) => {
  const { checked, head, locale } = props
  const t = texts[locale.lang]
  const over = <a href={paths.decisionLog()}>{words[locale.lang].decisions}</a>
  return (
    <>
      <Head narrow over={over} title={t.title} lead={t.lead} />
      <Column>
        {checked && (
          <Block id="result" title={t.result}>
            <Result checked={checked} locale={locale} />
          </Block>
        )}
        <SheetForm {...props} />
        <Block id="how" title={t.how}>
          <p>{t.howWords}</p>
          <p class="soft">{head ? t.end({ sum: head.short }) : t.empty}</p>
        </Block>
      </Column>
    </>
  )
}

type LineProps = { name: 'number' | 'sum'; value: string; label: string; hint: string; problem: string | null }

/** What could not be read is said above it, and stays as it was typed. */
const Line = ({ name, value, label, hint, problem }: LineProps) => (
  <div class="field">
    <label for={`check-${name}`}>{label}</label>
    <p class="hint" id={`check-${name}-hint`}>
      {hint}
    </p>
    {problem && (
      <p class="error" id={`check-${name}-error`}>
        <Icon name="triangle-alert" /> <span>{problem}</span>
      </p>
    )}
    <input
      id={`check-${name}`}
      name={name}
      value={value}
      autocomplete="off"
      spellcheck={false}
      aria-describedby={problem ? `check-${name}-hint check-${name}-error` : `check-${name}-hint`}
      aria-invalid={problem ? 'true' : undefined}
    />
  </div>
)

/** A plain form: the address of an answer can be passed on. */
const SheetForm = ({ query: { typed, number, kept }, locale }: Props) => {
  const t = texts[locale.lang]
  const fields = [
    { name: 'number', label: t.number, hint: t.numberHint, problem: typed.number && !number ? t.notNumber : null },
    { name: 'sum', label: t.sum, hint: t.sumHint, problem: typed.sum && !kept ? t.notSum : null },
  ] as const
  return (
    <form method="get" action={paths.decisionCheck()} class="stack">
      {fields.map((field) => (
        <Line {...field} value={typed[field.name]} />
      ))}
      <p class="actions">
        <Button>{t.check}</Button>
      </p>
    </form>
  )
}
