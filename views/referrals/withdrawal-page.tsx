import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { AreaField } from '../kit/field.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './ending-texts.ts'

type Props = { group: Group; entry: ReferralEntry; refused?: Refused | undefined; locale: Locale }

/** Takes back what was sent, with a reason. */
export const WithdrawalPage = ({ group, entry, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'withdrawal', locale, refused: refused ?? null, problems: t.problems }
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        over={<a href={paths.referral(group, entry)}>{`${entry.cited}: ${entry.title}`}</a>}
        title={t.withdrawTitle({ number: entry.cited })}
        lead={t.withdrawLead}
      />
      <Column>
        <ActionForm action={paths.referralWithdrawal(group, entry)} form={form} locale={locale}>
          <AreaField form={form} name="words" label={t.why} rows={3} />
          <div class="actions">
            <Button icon="undo-2" busy={t.withdrawing}>
              {t.withdrawNow}
            </Button>
            <LinkButton href={paths.referral(group, entry)} rank="second">
              {t.notYet}
            </LinkButton>
          </div>
        </ActionForm>
      </Column>
    </>
  )
}
