import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { GivenReason } from '#src/referrals/answers/given-reasons.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { AreaField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './ending-texts.ts'

type Props = {
  group: Group
  entry: ReferralEntry
  reasons: GivenReason[]
  /** Headings of the new draft. */
  passages: string[]
  /** The decision that is about to be sent, where somebody came here from that. */
  decision: string | null
  refused?: Refused | undefined
  locale: Locale
}

/** To each reason what became of it, and where in the new text. */
export const ReasonsPage = (props: Props) => {
  const { group, entry, reasons, decision, refused, locale } = props
  const t = texts[locale.lang]
  const form = { id: 'replies', locale, refused: refused ?? null, problems: t.problems }
  const back = decision ? paths.newReferral(group, { id: decision }) : paths.referral(group, entry)
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        over={<a href={paths.referral(group, entry)}>{`${entry.cited}: ${entry.title}`}</a>}
        title={t.answerReasons}
        lead={t.answerReasonsLead}
      />
      <Column>
        <ActionForm action={paths.reasonReplies(group, entry)} form={form} locale={locale}>
          {decision && <input type="hidden" name="decision" value={decision} />}
          {reasons.map((reason, place) => (
            <Reason {...props} form={form} reason={reason} number={place + 1} />
          ))}
          <div class="actions">
            <Button busy={t.keeping}>{t.keepReplies}</Button>
            <LinkButton href={back} rank="second">
              {t.notYet}
            </LinkButton>
          </div>
        </ActionForm>
      </Column>
    </>
  )
}

const Reason = ({
  form,
  entry,
  reason,
  number,
  passages,
}: Props & { form: FormState; reason: GivenReason; number: number }) => {
  const t = texts[form.locale.lang]
  const { id, words, isQuestion, reply } = reason
  const headings = passages.map((heading) => `„${heading}“`).join(', ')
  return (
    <fieldset class="reason-reply">
      <legend>{isQuestion ? t.questionNumber({ number }) : t.reasonNumber({ number })}</legend>
      <p class="reason-words">{words}</p>
      <AreaField form={form} name={`reply-${id}`} label={t.reply} value={reply?.words ?? ''} rows={3} optional />
      {entry.snapshot && (
        <TextField
          form={form}
          name={`passage-${id}`}
          label={t.passage}
          hint={headings ? t.passageHintWith({ headings }) : t.passageHint}
          value={reply?.passage ?? ''}
          max={200}
          optional
        />
      )}
    </fieldset>
  )
}
