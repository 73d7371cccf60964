import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Slice } from '#src/web/slices.ts'
import { Live } from '../kit/live.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { ReferralRow } from './referral-row.tsx'
import { texts } from './texts.ts'

type Props = { group: Group; inbox: ReferralEntry[]; answered: Slice<ReferralEntry>; locale: Locale }

/** What waits for the circle's answer, the oldest first; what it has answered below, page by page. */
export const InboxPage = ({ group, inbox, answered, locale }: Props) => {
  const t = texts[locale.lang]
  const { entries, page } = answered
  return (
    <>
      <GroupHead locale={locale} group={group} tab="inbox" title={t.inboxTitle} lead={t.inboxLead} />
      <Live id="inbox" on="referrals rounds proposals" href={paths.referrals(group, page > 1 ? { page } : {})}>
        <Column>
          {page === 1 && (
            <Block id="waiting" title={t.waitingForAnswer}>
              {inbox.length === 0 && <DoneLine>{t.inboxDone}</DoneLine>}
              {inbox.length > 0 && (
                <Rows first>
                  {inbox.map((entry) => (
                    <ReferralRow entry={entry} group={group} locale={locale} />
                  ))}
                </Rows>
              )}
            </Block>
          )}
          {entries.length > 0 && (
            <Block id="answered" title={t.answeredBlock}>
              <Rows>
                {entries.map((entry) => (
                  <ReferralRow entry={entry} group={group} locale={locale} />
                ))}
              </Rows>
            </Block>
          )}
          <Pager {...answered} href={(other) => paths.referrals(group, { page: other })} locale={locale} />
        </Column>
      </Live>
    </>
  )
}
