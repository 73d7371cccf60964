import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { CitedDecision, ReferralEntry } from '#src/referrals/entries.ts'
import type { ReferralRequest } from '#src/referrals/schema.ts'
import type { Stuck } from '#src/referrals/sending/stuck.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { AreaField, DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { DecisionCard } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { SimilarWhileTyping } from '../similar/while-typing.tsx'
import { texts as ending } from './ending-texts.ts'
import { ReasonList } from './reason-list.tsx'
import { texts } from './sending-texts.ts'
import { texts as shared } from './texts.ts'

type Props = {
  group: Group
  decision: CitedDecision | null
  snapshot: SnapshotNote | null
  /** The return that this sending answers, or what it sends anew, where the text says so itself. */
  behind: ReferralEntry | null
  /** What has ended and may come again: a question can refer to it. */
  followable: ReferralEntry[]
  /** The circle first, then the other groups. */
  addressees: Pick<Group, 'id' | 'name' | 'kind'>[]
  today: string
  /** A round that has decided nothing: the circle is asked for help. */
  stuck?: Stuck | null | undefined
  refused?: Refused | null
  locale: Locale
}

/** Hands a decision or a question on: one sentence and a button. */
export const NewReferralPage = (props: Props) => {
  const { group, decision, behind, refused, locale } = props
  const t = texts[locale.lang]
  const form = { id: 'new-referral', locale, refused, problems: t.problems }
  return (
    <>
      <GroupHead locale={locale} group={group} title={question(props)} lead={consequence(props)} />
      <Column>
        {behind && <Behind {...props} behind={behind} />}
        {decision && (
          <DecisionCard
            number={decision.cited}
            href={paths.decision(decision.cited)}
            status={<Status state={decision.outcome} locale={locale} />}
            wording={decision.wording}
          />
        )}
        <ActionForm action={paths.referrals(group)} form={form} locale={locale}>
          <Fields {...props} form={form} />
          <div class="actions">
            <Button icon="send" busy={t.giving}>
              {t.give}
            </Button>
            <LinkButton href={decision ? paths.decision(decision.cited) : paths.referrals(group)} rank="second">
              {t.notYet}
            </LinkButton>
          </div>
        </ActionForm>
      </Column>
    </>
  )
}

/** What it follows; after a return also which reasons have an answer already. */
const Behind = ({ group, decision, behind, locale }: Props & { behind: ReferralEntry }) => {
  const t = texts[locale.lang]
  const e = ending[locale.lang]
  const reasons = behind.answer?.reasons ?? []
  const open = reasons.filter(({ reply }) => !reply).length
  const href = paths.reasonReplies(group, behind)
  return (
    <>
      <Notice first={t.againText({ number: behind.cited })} />
      {reasons.length > 0 && (
        <Notice
          tone={open > 0 ? 'care' : undefined}
          icon="undo-2"
          first={open > 0 ? e.repliesOpen({ count: open }) : e.repliesGiven}
          actions={
            <LinkButton href={decision ? `${href}?decision=${decision.id}` : href} rank="second" icon="pencil">
              {open > 0 ? e.answerReasons : e.repliesChange}
            </LinkButton>
          }
        >
          <ReasonList reasons={reasons} isOpen locale={locale} />
        </Notice>
      )}
    </>
  )
}

function question({ decision, snapshot, locale }: Props): string {
  const t = texts[locale.lang]
  if (snapshot) return t.giveVersion(snapshot)
  return decision ? t.giveDecision({ number: decision.cited }) : shared[locale.lang].askQuestion
}

function consequence({ decision, snapshot, locale }: Props): string {
  const t = texts[locale.lang]
  if (snapshot) return t.giveVersionText
  return decision ? t.giveDecisionText : t.giveQuestionText
}

const Fields = ({
  group,
  form,
  decision,
  snapshot,
  behind,
  followable,
  addressees,
  today,
  stuck,
  locale,
}: Props & { form: FormState }) => {
  const t = texts[locale.lang]
  const possible: ReferralRequest[] = decision ? ['adopt', 'decide', 'take_note'] : ['decide', 'mediate', 'take_note']
  return (
    <>
      {decision ? (
        <input type="hidden" name="decision" value={decision.id} />
      ) : (
        <Question group={group} form={form} stuck={stuck} />
      )}
      <SelectField
        form={form}
        name="to"
        label={t.addressee}
        value={behind?.toId ?? addressees[0]?.id ?? ''}
        options={addressees.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField form={form} name="wish" label={t.wish} hint={t.wishHint} max={500} />
      <ChoiceCards
        form={form}
        name="request"
        legend={t.request}
        value={stuck ? 'mediate' : decision && snapshot ? 'adopt' : 'decide'}
        choices={possible.map((value) => ({
          value,
          title: shared[locale.lang].requests[value],
          text: t.consequences[value],
        }))}
      />
      <DateField form={form} name="wishedBy" label={t.wishedBy} min={today} optional />
      <DateField
        form={form}
        name="externalDeadline"
        label={t.externalDeadline}
        hint={t.externalDeadlineHint}
        min={today}
        optional
      />
      {!behind && followable.length > 0 && (
        <SelectField
          form={form}
          name="follows"
          label={t.against}
          options={followable.map(({ id, cited, title }) => ({ value: id, label: `${cited}: ${title}` }))}
          optional
        />
      )}
    </>
  )
}

const Question = ({ group, form, stuck }: { group: Group; form: FormState; stuck?: Stuck | null | undefined }) => {
  const t = texts[form.locale.lang]
  return (
    <>
      <TextField form={form} name="title" label={t.questionTitle} value={stuck?.title} max={200} />
      <SimilarWhileTyping form={form} group={group} />
      <AreaField form={form} name="reason" label={t.questionReason} value={stuck?.reason} />
    </>
  )
}
