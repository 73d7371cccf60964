import type { ObjectionAbilities } from '#src/decisions/objections/policy.ts'
import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { texts } from './texts.ts'

export type JudgedObjection = { objection: ObjectionEntry; may: ObjectionAbilities }

type Props = {
  group: Pick<Group, 'slug'>
  judged: JudgedObjection[]
  /** Decided or withdrawn: what is open stays as it is, nobody needs to be asked. */
  settled: boolean
  locale: Locale
}

/** Who says what against it, and how it was settled. Only the owner finds buttons. */
export const Objections = ({ group, judged, settled, locale }: Props) => (
  <ul class="plain stack wide">
    {judged.map(({ objection, may }) => (
      <li class="stack" id={`objection-${objection.id}`}>
        <Said objection={objection} locale={locale} />
        {may.withdraw && !settled && <OwnerActs group={group} objection={objection} may={may} locale={locale} />}
        {!objection.ending && !objection.ownerHasLeft && !may.withdraw && !settled && (
          <Blocked why={texts[locale.lang].onlyOwner({ name: objection.owner })} />
        )}
      </li>
    ))}
  </ul>
)

const Said = ({ objection, locale }: { objection: ObjectionEntry; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <blockquote class="notice care">
      <div class="words">
        <p class="soft">
          {t.objectionBy({ name: objection.owner, round: t.nthRound({ number: objection.roundNumber }) })}
        </p>
        <p class="wortlaut">{objection.reason}</p>
        <p>
          <b>{endingWords(objection, locale)}</b> {objection.ending?.note}
        </p>
      </div>
    </blockquote>
  )
}

function endingWords({ ending, owner, ownerHasLeft }: ObjectionEntry, locale: Locale): string {
  const t = texts[locale.lang]
  if (!ending) return ownerHasLeft ? t.ownerHasLeft({ name: owner }) : t.stillOpen
  return ending.kind === 'withdrawn' ? t.withdrawnBy({ name: owner }) : t.integratedBy({ name: owner })
}

type ActsProps = Pick<Props, 'group' | 'locale'> & JudgedObjection

const OwnerActs = ({ group, objection, may, locale }: ActsProps) => {
  const t = texts[locale.lang]
  const round = { id: objection.roundId }
  return (
    <Actions>
      {may.integrate && (
        <EndForm
          action={paths.objectionIntegration(group, round, objection)}
          id={`integrate-${objection.id}`}
          label={t.itIsIntegrated}
          busy={t.confirming}
          locale={locale}
        />
      )}
      <EndForm
        action={paths.objectionWithdrawal(group, round, objection)}
        id={`withdraw-${objection.id}`}
        label={t.takeBack}
        busy={t.takingBack}
        locale={locale}
      />
    </Actions>
  )
}

type EndProps = { action: string; id: string; label: string; busy: string; locale: Locale }

const EndForm = ({ action, id, label, busy, locale }: EndProps) => {
  const form = { id, locale }
  return (
    <Fold id={`${id}-fold`} label={label}>
      <ActionForm action={action} locale={locale} form={form}>
        <AreaField form={form} name="note" label={texts[locale.lang].note} rows={2} optional />
        <Button busy={busy}>{label}</Button>
      </ActionForm>
    </Fold>
  )
}
