import type { Passage } from '#src/documents/quotations/passages.ts'
import type { QuotableInto } from '#src/documents/quotations/quoting.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { SelectField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Empty } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { texts } from './quotation-texts.ts'

type Props = {
  group: Group
  document: { id: string; title: string }
  version: number | null
  passages: Passage[]
  targets: QuotableInto[]
  refused: Refused | null
  locale: Locale
}

const Form = ({ group, document, version, passages, targets, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'quoting', locale, refused, problems: t.problems }
  const others = targets.filter(({ id }) => id !== document.id)
  if (others.length === 0) return <Empty first={t.noTarget}>{t.noTargetThen}</Empty>
  return (
    <ActionForm action={paths.quoting(group, document, version)} form={form} locale={locale}>
      <SelectField
        form={form}
        name="target"
        label={t.target}
        options={others.map(({ id, title, group: of }) => ({ value: id, label: `${title} (${of.name})` }))}
      />
      <ChoiceCards
        form={form}
        name="passage"
        legend={t.passage}
        choices={passages.map(({ key, words }) => ({ value: key, title: <span class="wortlaut">{words}</span> }))}
      />
      <div>
        <Button busy={t.sending}>{t.send}</Button>
      </div>
    </ActionForm>
  )
}

/** A paragraph of this text is chosen, and the text that shall quote it. */
export const QuotingPage = (props: Props) => {
  const { group, document, version, passages, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head
        narrow
        over={<a href={paths.document(group, document)}>{document.title}</a>}
        title={t.quote}
        lead={version === null ? t.quoteLead : t.quoteFixed({ number: version })}
      />
      {passages.length === 0 ? <Empty first={t.nothing} /> : <Form {...props} />}
    </>
  )
}
