import { paths } from '#src/paths.ts'
import type { WholeReferral } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { RecordFields } from '../decisions/record-fields.tsx'
import { texts as recordTexts } from '../decisions/record-texts.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { type AnswerProps, refusedIn, suggestion } from './answer-forms.tsx'
import { answeringWords } from './answering-words.ts'
import { WhichVersion } from './waiting-forms.tsx'

/** The short way: the circle has decided in its meeting, and a second person confirms it with one click. */
export const RecordForm = ({ group, entry, answering, locale }: AnswerProps) => {
  const t = answeringWords(locale, entry.to)
  const record = recordTexts[locale.lang]
  const refused = refusedIn(answering, 'recorded')
  const form = { id: 'report', locale, refused, problems: { ...record.problems, kind: t.problems.kind } }
  return (
    <Fold id="reporting" label={t.report} icon="check-check" open={!!refused}>
      <p>{entry.takenUp ? t.reportInstead : t.reportText}</p>
      <ActionForm action={paths.referralRecord(group, entry)} form={form} locale={locale}>
        <WhichVersion form={form} entry={entry} />
        <RecordFields form={form} values={{ wording: decided(entry, locale), title: entry.title }} />
        <Button busy={record.saving}>{record.save}</Button>
      </ActionForm>
    </Fold>
  )
}

/** What was answered to a question nobody but the circle can say. */
const decided = (entry: WholeReferral, locale: Locale) =>
  entry.request === 'adopt' ? suggestion(entry, locale) : undefined
