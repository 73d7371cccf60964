import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Slice } from '#src/web/slices.ts'
import { LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Empty } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { ReferralCard } from './referral-card.tsx'
import { ReferralRow } from './referral-row.tsx'
import { texts } from './texts.ts'

type Props = {
  group: Group
  /** What other groups have sent to this one. */
  inbox: ReferralEntry[]
  answered: Slice<ReferralEntry>
  underWay: ReferralEntry[]
  cameBack: Slice<ReferralEntry>
  mayForward: boolean
  forwarders: string[]
  locale: Locale
}

const ReferralRows = ({ entries, group, locale }: Pick<Props, 'group' | 'locale'> & { entries: ReferralEntry[] }) => (
  <Rows>
    {entries.map((entry) => (
      <ReferralRow entry={entry} group={group} locale={locale} />
    ))}
  </Rows>
)

/** What the group has handed on and what came back; before that, what others wait for. Both that ended turn together. */
export const SentPage = (props: Props) => {
  const { group, inbox, answered, underWay, cameBack, mayForward, forwarders, locale } = props
  const t = texts[locale.lang]
  const { page } = answered
  const lists = [inbox, answered.entries, underWay, cameBack.entries]
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        title={t.inboxTitle}
        lead={t.sentLead}
        actions={
          mayForward && (
            <LinkButton href={paths.newReferral(group)} rank="second" icon="send">
              {t.askQuestion}
            </LinkButton>
          )
        }
      />
      <Live id="sent" on="referrals proposals rounds" href={paths.referrals(group, page > 1 ? { page } : {})}>
        <Column>
          {page === 1 && lists.every(({ length }) => length === 0) && (
            <Empty first={t.nothingSent}>{t.nothingSentThen}</Empty>
          )}
          {inbox.length > 0 && (
            <Block id="received" title={t.received}>
              <p class="soft">{t.receivedLead}</p>
              <ReferralRows entries={inbox} group={group} locale={locale} />
            </Block>
          )}
          {underWay.length > 0 && (
            <Block id="under-way" title={t.sentBlock}>
              {underWay.map((entry) => (
                <ReferralCard entry={entry} group={group} locale={locale} />
              ))}
            </Block>
          )}
          {cameBack.entries.length > 0 && (
            <Block id="came-back" title={t.cameBack}>
              <ReferralRows entries={cameBack.entries} group={group} locale={locale} />
            </Block>
          )}
          {answered.entries.length > 0 && (
            <Block id="replied" title={t.receivedAnswered}>
              <ReferralRows entries={answered.entries} group={group} locale={locale} />
            </Block>
          )}
          <Pager
            page={page}
            hasMore={answered.hasMore || cameBack.hasMore}
            href={(other) => paths.referrals(group, { page: other })}
            locale={locale}
          />
        </Column>
      </Live>
      {!mayForward && <Blocked why={t.whoMayForward({ group: group.name, names: forwarders.join(', ') })} />}
    </>
  )
}
