import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { ObjectionAbilities } from '#src/decisions/objections/policy.ts'
import type { Named } from '#src/decisions/rounds/entries.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { OwnerActs } from './objection-owner.tsx'
import { texts } from './objection-texts.ts'
import { isOpen, ObjectionSaid, whoCloses } from './objections.tsx'
import { anyOf } from './words.ts'

type Form = 'withdrawal' | 'downgrade' | 'integration' | 'effort' | 'lapse'

export type ObjectionPageProps = {
  group: Group
  /** Who is reading. */
  me: string
  round: Round
  objection: ObjectionEntry
  may: ObjectionAbilities & { signLapse: boolean }
  leaders: Named[]
  /** Who could sign that it lapses. */
  seconds: Named[]
  refused?: { form: Form; input: Refused } | null
  locale: Locale
}

/** One objection: what it says, who looks for a solution, and how it ends. */
export const ObjectionPage = (props: ObjectionPageProps) => {
  const { group, round, objection, locale } = props
  return (
    <>
      <ObjectionHead {...props} />
      <Live id={`objection-${objection.id}`} on={`round-${round.id} rounds`} href={paths.objection(group, objection)}>
        <Column>
          {'objection' in (props.refused?.input.problems ?? {}) && (
            <Notice tone="late" first={texts[locale.lang].tooLate}>
              {texts[locale.lang].tooLateMore}
            </Notice>
          )}
          <ObjectionSaid objection={objection} locale={locale} />
          <Settled {...props} />
          {isOpen(objection) && <Open {...props} />}
        </Column>
      </Live>
    </>
  )
}

const ObjectionHead = ({ group, round, locale }: ObjectionPageProps) => {
  const t = texts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.round(group, round)}>{round.title}</a> ·{' '}
      <a href={paths.proposal(group, { id: round.proposalId })}>{t.toProposal}</a>
    </>
  )
  return <Head over={over} title={t.title} narrow />
}

const Settled = ({ objection: { ending, effort }, locale }: ObjectionPageProps) => {
  const t = texts[locale.lang]
  return (
    <>
      {ending?.settledIn && <p class="soft">{t.settledIn({ version: ending.settledIn })}</p>}
      {effort?.note && <p class="paragraphs">{effort.note}</p>}
    </>
  )
}

const Open = (props: ObjectionPageProps) => {
  const { objection, may, locale } = props
  return (
    <>
      {may.withdraw ? <Owner {...props} /> : <Blocked why={whoCloses(objection, locale)} />}
      {may.takeUp && !objection.ownerHasLeft && <Effort {...props} />}
      {(objection.ownerHasLeft || objection.ownerIsSilent) && <Stuck {...props} />}
    </>
  )
}

const Owner = (props: ObjectionPageProps) => {
  const { may, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="yours" title={t.yours}>
      <p class="soft">
        {t.yoursLead} {!may.integrate && t.notYetIntegrated}
      </p>
      <OwnerActs {...props} />
    </Block>
  )
}

const stateOf = ({ locale, refused }: ObjectionPageProps, id: Form) => ({
  ...{ id, locale, problems: texts[locale.lang].problems },
  refused: refused?.form === id ? refused.input : null,
})

const Effort = (props: ObjectionPageProps) => {
  const { group, objection, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'effort')
  return (
    <Fold id="effort-fold" label={t.effort} icon="hand" open={!!form.refused}>
      <ActionForm action={paths.objectionPart(group, objection, 'effort')} locale={locale} form={form}>
        <p class="soft">{t.effortMeans({ name: objection.owner })}</p>
        <AreaField form={form} name="note" label={t.effortNote} rows={2} optional />
        <Button busy={t.taking}>{t.effort}</Button>
      </ActionForm>
    </Fold>
  )
}

/** Nobody there who could settle it: closed by two, with a reason, never by one. */
const Stuck = (props: ObjectionPageProps) => {
  const { objection, may, leaders, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="stuck" title={t.stuck}>
      <p class="soft">{t.stuckMeans}</p>
      {objection.lapse && <p class="wortlaut">{objection.lapse.reason}</p>}
      {may.proposeLapse && <Propose {...props} />}
      {objection.lapse && <Sign {...props} />}
      {!objection.lapse && !may.proposeLapse && (
        <Blocked why={t.whoProposes}>{leaders.length > 0 && t.thatIs({ names: anyOf(locale, leaders) })}</Blocked>
      )}
    </Block>
  )
}

const Propose = (props: ObjectionPageProps) => {
  const { group, objection, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'lapse')
  return (
    <ActionForm action={paths.objectionPart(group, objection, 'lapse')} locale={locale} form={form}>
      <AreaField form={form} name="reason" label={t.lapseReason} rows={2} />
      <Button busy={t.proposing}>{t.propose}</Button>
    </ActionForm>
  )
}

const Sign = ({ group, objection, may, seconds, locale }: ObjectionPageProps) => {
  const t = texts[locale.lang]
  if (!may.signLapse)
    return (
      <Blocked why={t.signNeeded}>
        {seconds.length > 0 ? t.canBe({ names: anyOf(locale, seconds) }) : t.anybodyElse}
      </Blocked>
    )
  return (
    <ActionForm action={paths.objectionPart(group, objection, 'lapse/signature')} id="sign-lapse" locale={locale}>
      <Button busy={t.signing}>{t.sign}</Button>
    </ActionForm>
  )
}
