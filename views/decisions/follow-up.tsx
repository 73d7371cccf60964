import type { FollowUp, Round } from '#src/decisions/rounds/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './follow-up-texts.ts'
import type { RoundPageProps } from './round-page.tsx'
import { texts as rounds } from './round-texts.ts'
import { roundState } from './state.ts'
import { anyOf } from './words.ts'

const Chosen = ({ leading: { followUp }, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  if (!followUp) return null
  return (
    <Notice
      icon="check"
      first={`${t.chosen({ day: day(locale, followUp.createdAt) })} ${t.kinds[followUp.kind].title}.`}
    >
      {followUp.note}
    </Notice>
  )
}

const OnAgenda = ({ group, leading: { wish }, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  if (!wish) return null
  return (
    <Notice icon="calendar" first={wish.doneAt ? t.doneInMeeting : t.onAgenda}>
      <a href={paths.agenda(group)}>{t.toAgenda}</a>
    </Notice>
  )
}

/** Where nobody may know who had answered how, nobody is put into the small group for it. */
function kindWords({ method, rules }: Round, kind: FollowUp['kind'], { lang }: Locale) {
  const t = texts[lang]
  const isUnnamed = kind === 'small_group' && method === 'consensus' && rules.answersShown === 'counts'
  return isUnnamed ? { ...t.kinds[kind], text: t.smallGroupUnnamed } : t.kinds[kind]
}

const Choosing = ({ group, entry, leading, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const refused = leading.refused?.form === 'follow-up' ? leading.refused.input : null
  const form = { id: 'follow-up', locale, refused, problems: t.problems }
  const fields = (
    <ActionForm action={paths.followUp(group, entry.round)} locale={locale} form={form}>
      <ChoiceCards
        form={form}
        name="kind"
        legend={t.ask}
        choices={leading.may.followUp.map((kind) => ({ value: kind, ...kindWords(entry.round, kind, locale) }))}
      />
      <AreaField form={form} name="note" label={t.note} rows={2} optional />
      <Button busy={t.choosing}>{t.choose}</Button>
    </ActionForm>
  )
  if (!leading.followUp || refused) return fields
  return (
    <Fold id="choose-again" label={t.changing} rank="quiet">
      {fields}
    </Fold>
  )
}

const WhoChooses = ({ group, leaders, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return (
    <Blocked why={group.kind === 'circle' ? t.whoChoosesCircle : t.whoChooses}>
      {leaders.length > 0 && t.thatIs({ names: anyOf(locale, leaders) })}
    </Blocked>
  )
}

/** A button above leads to the proposal already. */
const hasWayOn = (entry: RoundPageProps['entry']) => roundState(entry) in rounds.de.next

/** After a round that has decided nothing: what was chosen, what can be chosen, and by whom. */
export const FollowUps = (props: RoundPageProps) => {
  const { group, entry, leading, locale } = props
  const t = texts[locale.lang]
  if (!leading.goesOn) return null
  return (
    <Block id="follow-up-block" title={t.title}>
      <OnAgenda {...props} />
      <Chosen {...props} />
      {leading.may.followUp.length > 0 ? <Choosing {...props} /> : !leading.followUp && <WhoChooses {...props} />}
      <p class="soft">
        {t.withdraw}{' '}
        {!hasWayOn(entry) && <a href={paths.proposal(group, { id: entry.round.proposalId })}>{t.toProposal}</a>}
      </p>
    </Block>
  )
}
