import { paths } from '#src/paths.ts'
import type { RefusedReplacement } from '#src/referrals/sending/refused.ts'
import type { Replacement } from '#src/referrals/sending/replacing.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { texts } from './ending-texts.ts'
import { ReasonList } from './reason-list.tsx'
import type { ReferralPageProps } from './referral-page.tsx'

/** A newer one is to take the place of this one: the group says yes or no, everybody else sees that it waits. */
export const Replacements = (props: ReferralPageProps) => (
  <>
    {props.side.replacements.map((proposed) => (
      <Proposed {...props} proposed={proposed} />
    ))}
    {props.side.refusals.map((refused) => (
      <Refused {...props} refused={refused} />
    ))}
  </>
)

type KeepProps = Pick<ReferralPageProps, 'group' | 'entry' | 'refused' | 'locale'> & { proposed: Replacement }

/** The group keeps the older one, and may say why. */
const Keep = ({ group, entry, proposed, refused, locale }: KeepProps) => {
  const t = texts[locale.lang]
  const tooLong = refused?.form === 'kept' ? refused.input : null
  const form = { id: `keep-${proposed.id}`, locale, refused: tooLong, problems: t.keepProblems }
  return (
    <Fold id={`keep-fold-${proposed.id}`} label={t.keepOlder} open={!!tooLong}>
      <ActionForm action={paths.replacementRefusal(group, entry, proposed)} locale={locale} form={form}>
        <AreaField form={form} name="words" label={t.keepWhy} rows={2} optional />
        <Button rank="second">{t.keepOlder}</Button>
      </ActionForm>
    </Fold>
  )
}

const Refused = ({ group, refused, locale }: Pick<KeepProps, 'group' | 'locale'> & { refused: RefusedReplacement }) => (
  <Notice
    icon="history"
    first={
      <a href={paths.referral(group, refused.successor)}>
        {texts[locale.lang].keptInstead({ name: refused.refusedBy, number: refused.successor.cited })}
      </a>
    }
  >
    {refused.words}
  </Notice>
)

const Proposed = ({ group, entry, side, proposed, refused, locale }: ReferralPageProps & { proposed: Replacement }) => {
  const t = texts[locale.lang]
  const { successor, words, proposedBy } = proposed
  return (
    <div class="stack" id={`replacement-${proposed.id}`}>
      <Notice
        icon="history"
        first={
          <a href={paths.referral(group, successor)}>
            {t.proposedTo({ number: `${successor.cited}: ${successor.title}` })}
          </a>
        }
      >
        {t.proposedBy({ name: proposedBy })} {words} {!side.mayEnd && t.waitsForGroup}
      </Notice>
      {side.mayEnd && (
        <Actions>
          <ActionForm
            action={paths.replacementAgreement(group, entry, proposed)}
            id={`agree-${proposed.id}`}
            locale={locale}
            inline
          >
            <Button icon="check">{t.agree}</Button>
          </ActionForm>
          <Keep group={group} entry={entry} proposed={proposed} refused={refused} locale={locale} />
        </Actions>
      )}
    </div>
  )
}

/** What the group itself, and whoever answers, can do besides an answer. */
export const OtherWays = ({ group, entry, side, locale }: ReferralPageProps) => {
  const t = texts[locale.lang]
  if (!side.mayEnd && !side.mayPropose) return null
  return (
    <Actions>
      {side.mayEnd && (
        <LinkButton href={paths.referralWithdrawal(group, entry)} rank="quiet" icon="undo-2">
          {t.withdraw}
        </LinkButton>
      )}
      {side.mayPropose && (
        <LinkButton href={paths.referralReplacements(group, entry)} rank="quiet" icon="history">
          {t.replace}
        </LinkButton>
      )}
    </Actions>
  )
}

/** After a second sending: which reason was answered where, for both sides. */
export const AnsweredReasons = ({ group, entry, side, locale }: ReferralPageProps) => {
  const { answeredReasons } = side
  if (answeredReasons.length === 0) return null
  return (
    <Block id="answered-reasons" title={texts[locale.lang].whatBecame}>
      <ReasonList
        reasons={answeredReasons}
        textHref={entry.snapshotId ? paths.referralText(group, entry) : null}
        isOpen={false}
        locale={locale}
      />
    </Block>
  )
}
