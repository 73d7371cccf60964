import type { StatementEntry } from '#src/decisions/objections/minority.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { dayTime } from '../kit/dates.ts'
import { AreaField, CheckField } from '../kit/field.tsx'
import { Blocked, DoneLine } from '../kit/notice.tsx'
import { Sheet, Wording } from '../kit/sheet.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts } from './minority-texts.ts'

type Props = {
  group: Group
  round: Round
  statements: StatementEntry[]
  /** Has answered otherwise than it ended, and may still say so. */
  may: boolean
  refused?: Refused | null
  locale: Locale
}

/** What those who differ want to stand beside the decision, and where they write it. */
export const MinorityPage = (props: Props) => {
  const { group, round, statements, may, locale } = props
  const t = texts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.round(group, round)}>{round.title}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={t.title} lead={t.lead} narrow />
      <Column>
        {statements.length === 0 && <DoneLine>{t.none}</DoneLine>}
        {statements.map((statement) => (
          <Statement statement={statement} locale={locale} />
        ))}
        {may ? <Write {...props} /> : <Blocked why={t.notYou}>{t.notYouThen}</Blocked>}
      </Column>
    </>
  )
}

const Statement = ({ statement, locale }: { statement: StatementEntry; locale: Locale }) => {
  const t = texts[locale.lang]
  const { author, createdAt, travels } = statement
  return (
    <Sheet>
      <Wording text={statement.statement} />
      <p class="meta">
        {t.by({ name: author, when: dayTime(locale, createdAt) })} · {travels ? t.travels : t.staysInside}
      </p>
    </Sheet>
  )
}

const Write = ({ group, round, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'minority', locale, refused, problems: t.problems }
  return (
    <Block id="write" title={t.write}>
      <ActionForm action={paths.minorityStatement(group, round)} locale={locale} form={form}>
        <AreaField form={form} name="statement" label={t.statement} hint={t.statementHint} rows={5} />
        <CheckField form={form} name="travels" label={t.travelsAsk} hint={t.travelsHint} checked />
        <Button busy={t.saving}>{t.save}</Button>
      </ActionForm>
    </Block>
  )
}
