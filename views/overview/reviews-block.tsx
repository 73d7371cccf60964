import type { DecisionEntry } from '#src/decisions/register/log.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Slice } from '#src/web/slices.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Remaining } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './lists-texts.ts'

const Reviews = ({ reviews, locale }: { reviews: DecisionEntry[]; locale: Locale }) => (
  <Rows>
    {reviews.map((decision) => (
      <Row
        rand={decision.reviewOn ? <Remaining until={decision.reviewOn} locale={locale} /> : undefined}
        title={decision.title}
        href={paths.decision(decision.cited)}
        meta={
          <>
            <ShelfMark number={decision.cited} /> · {decision.group.name}
          </>
        }
      />
    ))}
  </Rows>
)

const shown = 6

/** Decisions that are to be looked at again within thirty days. */
export const ReviewsBlock = ({
  reviews,
  circle,
  locale,
}: {
  reviews: DecisionEntry[]
  circle: Group
  locale: Locale
}) => {
  const t = texts[locale.lang]
  const all = <a href={paths.reviewDates(circle)}>{t.moreReviews}</a>
  return (
    <Block id="reviews" title={t.reviewsTitle} link={reviews.length > shown && all}>
      {reviews.length === 0 ? (
        <DoneLine>{t.reviewsNone}</DoneLine>
      ) : (
        <Reviews reviews={reviews.slice(0, shown)} locale={locale} />
      )}
    </Block>
  )
}

export const ReviewsPage = ({
  circle,
  list,
  locale,
}: {
  circle: Group
  list: Slice<DecisionEntry>
  locale: Locale
}) => {
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={circle} title={t.reviewsTitle} lead={t.reviewsLead} />
      <Column>
        {list.entries.length === 0 ? (
          <DoneLine>{t.reviewsNone}</DoneLine>
        ) : (
          <Reviews reviews={list.entries} locale={locale} />
        )}
        <Pager {...list} href={(page) => paths.reviewDates(circle, { page })} locale={locale} />
      </Column>
    </>
  )
}
