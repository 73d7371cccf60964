import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import { ReferralRow } from '../referrals/referral-row.tsx'
import { texts } from './group-texts.ts'

type Props = { inbox: ReferralEntry[]; group: Group; locale: Locale }

/** What other groups have sent to this one and what it owes an answer; nothing where nobody has asked anything. */
export const ReceivedBlock = ({ inbox, group, locale }: Props) => {
  const t = texts[locale.lang]
  if (inbox.length === 0) return null
  return (
    <Block id="received" title={t.received} link={<a href={paths.referrals(group)}>{t.allReceived}</a>}>
      <Rows>
        {inbox.map((entry) => (
          <ReferralRow entry={entry} group={group} locale={locale} />
        ))}
      </Rows>
    </Block>
  )
}
