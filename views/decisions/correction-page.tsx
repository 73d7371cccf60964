import type { Officer } from '#src/decisions/officers.ts'
import type { DecisionEntry } from '#src/decisions/register/log.ts'
import type { SeatEntry } from '#src/decisions/seats/roll.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { CorrectionFields } from './correction-fields.tsx'
import { texts } from './correction-texts.ts'
import { WordingSheet } from './paper.tsx'
import { anyOf } from './words.ts'

export type CorrectionKind = 'correction' | 'annulment' | 'supersession' | 'recount' | 'answer'

export type CorrectionProps = {
  group: Group
  decision: DecisionEntry
  kind: CorrectionKind
  kinds: readonly CorrectionKind[]
  /** Of the round that decided; none where the decision came from a meeting. */
  roll: SeatEntry[]
  categories: string[]
  seconds: Officer[]
  refused?: Refused | null
  locale: Locale
}

/** Something about a decision is wrong: what, why, and who signs. */
export const CorrectionPage = (props: CorrectionProps) => {
  const { group, decision, kind, seconds, refused, locale } = props
  const t = texts[locale.lang]
  const form = { id: 'note', locale, refused, problems: t.problems }
  return (
    <>
      <Head over={<a href={paths.decision(decision.cited)}>{t.back}</a>} title={t.title} lead={t.lead} narrow />
      <Column>
        <WordingSheet label={`${decision.cited} · ${decision.title}`} wording={decision.wording} locale={locale} />
        <Kinds {...props} />
        <p>{t.explained[kind]}</p>
        <ActionForm action={paths.notes(group, decision)} locale={locale} form={form}>
          <CorrectionFields {...props} form={form} />
          <p class="soft">{seconds.length > 0 ? t.next({ names: anyOf(locale, seconds) }) : t.nextAnybody}</p>
          <Button busy={t.saving}>{t.save}</Button>
        </ActionForm>
      </Column>
    </>
  )
}

const Kinds = ({ group, decision, kind, kinds, roll, locale }: CorrectionProps) => {
  const t = texts[locale.lang]
  return (
    <Tabs
      label={t.kindLabel}
      tabs={kinds
        .filter((one) => one !== 'answer' || roll.some(({ hasAnswered }) => hasAnswered))
        .map((one) => ({
          href: paths.newNote(group, decision, one),
          label: t.kinds[one],
          current: one === kind,
        }))}
    />
  )
}
