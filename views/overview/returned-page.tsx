import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Slice } from '#src/web/slices.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Since } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts as words } from './circle-texts.ts'
import { texts } from './lists-texts.ts'

type Props = { circle: Group; list: Slice<ReferralEntry>; locale: Locale }

const Returned = ({ matter, circle, locale }: Pick<Props, 'circle' | 'locale'> & { matter: ReferralEntry }) => (
  <Row
    rand={<Since from={matter.answer?.createdAt ?? matter.createdAt} locale={locale} />}
    title={matter.title}
    href={paths.referral(circle, matter)}
    meta={
      <>
        <ShelfMark number={matter.cited} /> · {matter.from.name}
      </>
    }
  >
    <p class="soft">
      {words[locale.lang].asks} {matter.answer?.reasons.map((reason) => reason.words).join(' ')}
    </p>
  </Row>
)

/** Everything that lies with the groups again, the longest on top. */
export const ReturnedPage = ({ circle, list, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={circle} title={t.returnedTitle} lead={t.returnedLead} />
      <Column>
        {list.entries.length === 0 ? (
          <DoneLine>{words[locale.lang].returnedEmpty}</DoneLine>
        ) : (
          <Rows first>
            {list.entries.map((matter) => (
              <Returned {...{ matter, circle, locale }} />
            ))}
          </Rows>
        )}
        <Pager {...list} href={(page) => paths.returned(circle, { page })} locale={locale} />
      </Column>
    </>
  )
}
