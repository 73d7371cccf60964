import type { ReviewEntry } from '#src/documents/reviews/model.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { CheckList } from '../kit/choices.tsx'
import { addedDays, calendarDay, day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, DateField } from '../kit/field.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { formOf } from './stage-form.ts'
import type { StagePageProps } from './stage-page.tsx'
import { texts } from './stage-page-texts.ts'

/** People are asked to read a kept version until a day. */
export const Reviewing = (props: StagePageProps) => {
  const { reviews, may, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="reviewing" title={t.review} narrow>
      <p class="soft">{t.reviewMeans}</p>
      {reviews.map((review) => (
        <Review {...props} review={review} />
      ))}
      {may.beginReview ? <Begin {...props} /> : !props.top.review && <NotNow {...props} />}
    </Block>
  )
}

const Review = ({ group, document, review, may, locale }: StagePageProps & { review: ReviewEntry }) => {
  const t = texts[locale.lang]
  const { id, number, until, startedBy, snapshotNumber, readers, endedAt, note } = review
  return (
    <section class="stack">
      <h3>{t.numbered({ number, when: day(locale, until) })}</h3>
      <p>
        <a href={paths.snapshot(group, document, snapshotNumber)}>{t.versionOf({ number: snapshotNumber })}</a> ·{' '}
        {t.startedBy({ name: startedBy })}
        {endedAt && ` · ${t.ended({ when: day(locale, endedAt) })}`}
      </p>
      {note && <p>{note}</p>}
      {readers.length > 0 && (
        <ul>
          {readers.map(({ name, readAt }) => (
            <li>
              {name} <span class="soft">· {readAt ? t.hasRead : t.hasNotRead}</span>
            </li>
          ))}
        </ul>
      )}
      {endedAt === null &&
        (may.endReview ? (
          <ActionForm action={paths.reviewEnd(group, document, { id })} id="end-review" locale={locale}>
            <Button rank="second" icon="check" busy={t.ending}>
              {t.end}
            </Button>
          </ActionForm>
        ) : (
          <p class="soft">{t.endWho}</p>
        ))}
    </section>
  )
}

const twoWeeks = 14

const Begin = (props: StagePageProps) => {
  const { group, document, readers, locale } = props
  const t = texts[locale.lang]
  const form = formOf('review', props)
  return (
    <Fold id="review-fold" label={t.begin} icon="eye" open={!!form.refused}>
      <ActionForm action={paths.reviews(group, document)} form={form} locale={locale}>
        <DateField
          form={form}
          name="until"
          label={t.until}
          value={addedDays(locale, twoWeeks)}
          min={calendarDay(locale.now)}
        />
        <CheckList
          form={form}
          name="readers"
          legend={t.readers}
          hint={t.readersHint}
          options={readers.map(({ id, name }) => ({ value: id, label: name }))}
          values={readers.map(({ id }) => id)}
        />
        <AreaField form={form} name="note" label={t.note} rows={2} optional />
        <Button icon="eye" busy={t.beginning}>
          {t.begin}
        </Button>
      </ActionForm>
    </Fold>
  )
}

const NotNow = ({ document: { stage }, locale }: StagePageProps) => {
  const t = texts[locale.lang]
  const then = stage === 'in_decision' || stage === 'archived' || stage === 'superseded' ? stage : 'other'
  return <Blocked why={t.noReview}>{t.noReviewThen[then]}</Blocked>
}
