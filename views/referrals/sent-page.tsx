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

type Props = {
  group: Group
  /** What other groups have sent to this one. */
  inbox: ReferralEntry[]
  answered: ReferralEntry[]
  sent: ReferralEntry[]
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

/** What the group has handed on and what came back; before that, what others wait for. */
export const SentPage = ({ group, inbox, answered: replied, sent, mayForward, forwarders, locale }: Props) => {
  const t = texts[locale.lang]
  const waiting = sent.filter(({ answer }) => !answer)
  const answered = sent.filter(({ answer }) => answer)
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
      <Live id="sent" on="referrals proposals rounds" href={paths.referrals(group)}>
        <Column>
          {sent.length + inbox.length + replied.length === 0 && (
            <Empty first={t.nothingSent}>{t.nothingSentThen}</Empty>
          )}
          {inbox.length > 0 && (
            <Block id="received" title={t.received}>
              <p class="soft">{t.receivedLead}</p>
              <ReferralRows entries={inbox} group={group} locale={locale} />
            </Block>
          )}
          {waiting.length > 0 && (
            <Block id="under-way" title={t.sentBlock}>
              {waiting.map((entry) => (
                <ReferralCard entry={entry} group={group} locale={locale} />
              ))}
            </Block>
          )}
          {answered.length > 0 && (
            <Block id="came-back" title={t.cameBack}>
              <ReferralRows entries={answered} group={group} locale={locale} />
            </Block>
          )}
          {replied.length > 0 && (
            <Block id="replied" title={t.receivedAnswered}>
              <ReferralRows entries={replied} group={group} locale={locale} />
            </Block>
          )}
        </Column>
      </Live>
      {!mayForward && <Blocked why={t.whoMayForward({ group: group.name, names: forwarders.join(', ') })} />}
    </>
  )
}
