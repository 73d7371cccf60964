import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, CheckField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Actions } from '../kit/structure.tsx'
import { type AnswerProps, refusedIn } from './answer-forms.tsx'
import { texts } from './changing-texts.ts'

/** The answer has to wait, with a reason that the group reads. */
export const DeferForm = ({ group, entry, answering, locale }: AnswerProps) => {
  const t = texts[locale.lang]
  const refused = refusedIn(answering, 'deferred')
  const form = { id: 'defer', locale, refused, problems: t.problems }
  return (
    <Fold id="deferring" label={t.defer} icon="clock" open={!!refused}>
      <p>{t.deferText}</p>
      <ActionForm action={paths.referralDeferrals(group, entry)} form={form} locale={locale}>
        <AreaField form={form} name="reason" label={t.deferReason} hint={t.deferReasonHint} rows={3} />
        <Button icon="clock" busy={t.deferring}>
          {t.defer}
        </Button>
      </ActionForm>
    </Fold>
  )
}

/** Where those who answer write their version; only a text that was sent can be changed. */
export const ChangesForms = (props: AnswerProps) => {
  const { group, entry, answering, locale } = props
  const t = texts[locale.lang]
  if (!entry.snapshot) return null
  const document = entry.changedTextId && { id: entry.changedTextId }
  return (
    <Fold id="changing" label={t.changes} icon="pencil" open={refusedIn(answering, 'changed') !== null}>
      <p>{t.changesText}</p>
      {document ? (
        <>
          <Actions>
            <LinkButton href={paths.document(group, document)} icon="pencil">
              {t.goOnChanging}
            </LinkButton>
            <LinkButton href={paths.referralChanges(group, entry)} rank="second">
              {t.compareChanges}
            </LinkButton>
          </Actions>
          {entry.takenUp?.proposalId && !entry.takenUp.isBeingDecided && <UseChanges {...props} />}
        </>
      ) : (
        <ActionForm action={paths.referralChanges(group, entry)} id="begin-changes" locale={locale}>
          <Button icon="pencil">{t.beginChanges}</Button>
        </ActionForm>
      )}
    </Fold>
  )
}

/** What was taken up already goes on with the changes. */
const UseChanges = ({ group, entry, answering, locale }: AnswerProps) => {
  const t = texts[locale.lang]
  const form = { id: 'use-changes', locale, refused: refusedIn(answering, 'changed'), problems: t.problems }
  return (
    <ActionForm action={paths.referralChangedVersion(group, entry)} form={form} locale={locale}>
      <AreaField
        form={form}
        name="changedWording"
        label={t.changedWording}
        value={t.suggestChanged({ title: entry.snapshot?.title ?? entry.title })}
        rows={3}
      />
      <Button rank="second" busy={t.usingChanges}>
        {t.useChanges}
      </Button>
    </ActionForm>
  )
}

/** Which version is decided on; asked only where there are two. */
export const WhichVersion = ({ form, entry }: Pick<AnswerProps, 'entry'> & { form: FormState }) => {
  const t = texts[form.locale.lang]
  if (!entry.changedTextId) return null
  return <CheckField form={form} name="isChanged" label={t.isChanged} hint={t.isChangedHint} checked />
}
