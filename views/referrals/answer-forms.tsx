import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { WholeReferral } from '#src/referrals/entries.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { answeringWords } from './answering-words.ts'
import { texts as changing } from './changing-texts.ts'
import { RecordForm } from './record-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { ChangesForms, DeferForm, WhichVersion } from './waiting-forms.tsx'

type AnswerForm =
  | 'takeUp'
  | 'recorded'
  | 'returned'
  | 'noted'
  | 'deferred'
  | 'changed'
  | 'voices'
  | 'reservation'
  | 'kept'

/** What those who answer for the circle need to know; which form came back, if one did. */
export interface Answering {
  members: { id: string; name: string }[]
  me: string
  today: string
  usualReturn: string
  refused?: { form: AnswerForm; input: Refused } | null
}

export type AnswerProps = { group: Group; entry: WholeReferral; answering: Answering; locale: Locale }

export const refusedIn = ({ refused }: Answering, form: AnswerForm) => (refused?.form === form ? refused.input : null)

/** Take it up, enter what was decided, return it, take note: one of them has to happen. */
export const AnswerForms = (props: AnswerProps) => {
  const { entry, answering, locale } = props
  const t = answeringWords(locale, entry.to)
  const isLocked = entry.takenUp?.isBeingDecided && !answering.refused
  return (
    <Block id="answering" title={t.answering} narrow>
      <div class="answers">
        {entry.takenUp ? <TakenUp {...props} /> : <TakeUp {...props} />}
        {!isLocked && <ChangesForms {...props} />}
        {!isLocked && <RecordForm {...props} />}
        {!isLocked && <ReturnForm {...props} />}
        {!isLocked && <NoteForm {...props} />}
        {!isLocked && <DeferForm {...props} />}
      </div>
    </Block>
  )
}

const TakenUp = ({ group, entry, locale }: AnswerProps) => {
  const t = answeringWords(locale, entry.to)
  const { proposalId, recordId, isBeingDecided } = entry.takenUp ?? {}
  const { first, more, link } = t.onItsWay[recordId ? 'reported' : isBeingDecided ? 'deciding' : 'waiting']
  const href = recordId ? paths.record(group, { id: recordId }) : paths.proposal(group, { id: proposalId ?? '' })
  return (
    <Notice first={first} icon="scale" actions={<LinkButton href={href}>{link}</LinkButton>}>
      {more}
    </Notice>
  )
}

const TakeUp = ({ group, entry, answering, locale }: AnswerProps) => {
  const t = answeringWords(locale, entry.to)
  const refused = refusedIn(answering, 'takeUp')
  const form = { id: 'take-up', locale, refused, problems: t.problems }
  const { cited: number, from, wish } = entry
  return (
    <Fold id="taking-up" label={t.takeUp} icon="scale" open={!!refused}>
      <p>{t.takeUpText}</p>
      <ActionForm action={paths.referralProposal(group, entry)} form={form} locale={locale}>
        <AreaField
          form={form}
          name="wording"
          label={t.proposalWording}
          hint={t.proposalWordingHint}
          value={suggestion(entry, locale)}
        />
        <WhichVersion form={form} entry={entry} />
        <TextField form={form} name="title" label={t.proposalTitle} value={entry.title} max={200} />
        <AreaField
          form={form}
          name="rationale"
          label={t.proposalRationale}
          value={t.suggestRationale({ number, group: from.name, wish })}
          rows={2}
          optional
        />
        <Button icon="scale" busy={t.takingUp}>
          {t.takeUp}
        </Button>
      </ActionForm>
    </Fold>
  )
}

/** Only a request to adopt can be answered in the group's own words; a question needs the circle's. */
export function suggestion(entry: WholeReferral, locale: Locale): string {
  const { title, request, snapshot, decision, changedTextId } = entry
  const t = answeringWords(locale, entry.to)
  if (changedTextId && snapshot) return changing[locale.lang].suggestChanged(snapshot)
  if (request !== 'adopt') return t.suggestQuestion({ title })
  if (snapshot) return t.suggestVersion(snapshot)
  return decision ? t.suggestWording(decision) : t.suggestQuestion({ title })
}

const NoteForm = ({ group, entry, answering, locale }: AnswerProps) => {
  const t = answeringWords(locale, entry.to)
  const refused = refusedIn(answering, 'noted')
  const form = { id: 'take-note', locale, refused, problems: t.problems }
  return (
    <Fold id="noting" label={t.note} icon="book-open-check" open={!!refused}>
      <p>{t.noteText}</p>
      <ActionForm action={paths.referralAnswer(group, entry)} form={form} locale={locale}>
        <input type="hidden" name="kind" value="noted" />
        <AreaField form={form} name="statement" label={t.noteLabel} value={t.noteSuggestion} rows={3} />
        <Button busy={t.noting}>{t.note}</Button>
      </ActionForm>
    </Fold>
  )
}
