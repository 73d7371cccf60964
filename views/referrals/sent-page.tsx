import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Empty } from '../kit/notice.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { ReferralCard } from './referral-card.tsx'
import { ReferralRow } from './referral-row.tsx'
import { texts } from './texts.ts'

type Props = { group: Group; sent: ReferralEntry[]; mayForward: boolean; forwarders: string[]; locale: Locale }

/** What the group has handed to the circle, and what came back. */
export const SentPage = ({ group, sent, mayForward, forwarders, locale }: Props) => {
  const t = texts[locale.lang]
  const waiting = sent.filter(({ answer }) => !answer)
  const answered = sent.filter(({ answer }) => answer)
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        title={t.sentTitle}
        lead={t.sentLead}
        actions={
          mayForward && (
            <LinkButton href={paths.newReferral(group)} rank="second" icon="send">
              {t.askQuestion}
            </LinkButton>
          )
        }
      />
      <Live id="sent" on="referrals" href={paths.referrals(group)}>
        <Column>
          {sent.length === 0 && <Empty first={t.nothingSent}>{t.nothingSentThen}</Empty>}
          {waiting.length > 0 && (
            <Block id="with-circle" title={t.withCircle}>
              {waiting.map((entry) => (
                <ReferralCard entry={entry} group={group} locale={locale} />
              ))}
            </Block>
          )}
          {answered.length > 0 && (
            <Block id="came-back" title={t.cameBack}>
              <Rows>
                {answered.map((entry) => (
                  <ReferralRow entry={entry} group={group} locale={locale} />
                ))}
              </Rows>
            </Block>
          )}
        </Column>
      </Live>
      {!mayForward && <Blocked why={t.whoMayForward({ group: group.name, names: forwarders.join(', ') })} />}
    </>
  )
}
