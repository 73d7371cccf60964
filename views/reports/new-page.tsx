import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Prefilled } from '#src/reports/prefilled.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { AreaField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Block, Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { ReportNumbers } from './numbers.tsx'
import { texts } from './texts.ts'

type Props = { locale: Locale; group: Group; since: string; before: Prefilled; refused: Refused | null }

const Before = ({ locale, group, before }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="numbers" title={t.numbersTitle}>
      <ReportNumbers locale={locale} numbers={{ ...before.numbers }} />
      {before.decided.length > 0 && <h3>{t.decided}</h3>}
      <ul class="plain">
        {before.decided.map(({ cited, title }) => (
          <li>
            <a href={paths.decision(cited)}>{cited}</a> {title}
          </li>
        ))}
      </ul>
      {before.waiting.length > 0 && <h3>{t.waiting}</h3>}
      <ul class="plain">
        {before.waiting.map((one) => (
          <li>
            <a href={paths.referral(group, one)}>{one.title}</a>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** Three lines beside what the lists say already. */
export const NewReportPage = (props: Props) => {
  const { locale, group, since, refused } = props
  const t = texts[locale.lang]
  const form: FormState = { id: 'report', locale, refused, problems: t.problems }
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.newReport} lead={t.newLead({ day: day(locale, since) })} />
      <Cols asideLabel={t.numbersTitle} aside={<Before {...props} />}>
        <ActionForm action={paths.reports(group)} form={form} locale={locale}>
          {(['achieved', 'stuck', 'needed'] as const).map((name) => (
            <AreaField form={form} name={name} label={t[name]} rows={3} />
          ))}
          <div>
            <Button>{t.give}</Button>
          </div>
        </ActionForm>
      </Cols>
    </>
  )
}
