import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import { ReferralRow } from './referral-row.tsx'
import { texts } from './texts.ts'

type Props = { group: Group; entry: ReferralEntry; sameMatter: ReferralEntry[]; locale: Locale }

/** Earlier and later sendings of the same matter; both stay readable. */
export const SameMatter = ({ group, entry, sameMatter, locale }: Props) => {
  const t = texts[locale.lang]
  const before = sameMatter.find(({ id }) => id === entry.followsId)
  const after = sameMatter.filter(({ followsId }) => followsId === entry.id)
  return (
    <>
      {before && (
        <Block
          id="before"
          title={t.before}
          link={entry.snapshot && before.snapshot && <a href={paths.referralDifference(group, entry)}>{t.compare}</a>}
        >
          <Rows>
            <ReferralRow entry={before} group={group} locale={locale} />
          </Rows>
        </Block>
      )}
      {after.length > 0 && (
        <Block id="after" title={t.after}>
          <Rows>
            {after.map((later) => (
              <ReferralRow entry={later} group={group} locale={locale} />
            ))}
          </Rows>
        </Block>
      )}
    </>
  )
}
