import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { dayCount, daysUntil, weekday } from '../kit/dates.ts'
import { Waiting } from '../kit/journey.tsx'
import { DoneLine, Notice } from '../kit/notice.tsx'
import { Sheet, ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { addressee } from '../referrals/addressee.ts'
import { Overdue, stateOf } from '../referrals/card-parts.tsx'
import { texts as words } from './circle-texts.ts'
import { texts } from './group-texts.ts'
import { MatterWay } from './matter-way.tsx'

type Props = { matter: ReferralEntry; group: Pick<Group, 'slug'>; locale: Locale }

const HowLong = ({ matter: { createdAt, snapshot, to }, locale }: Omit<Props, 'group'>) => {
  const t = texts[locale.lang]
  const days = Math.max(0, -daysUntil(locale, createdAt))
  const there = addressee(locale, to)
  const waits = days === 0 ? t.handedOver(there) : t.waiting({ days })
  const draft = snapshot ? ` ${t.keepWriting({ number: snapshot.number, ...there })}` : ''
  return <Waiting figure={days === 0 ? t.today : dayCount(locale, days)} words={waits + draft} />
}

const Sent = ({ matter, group, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Sheet id={`matter-${matter.id}`}>
      <div class="satz">
        <p class="meta">
          <Status state={stateOf(matter)} locale={locale} /> <ShelfMark number={matter.cited} />
        </p>
        <h3>
          <a href={paths.referral(group, matter)}>{matter.title}</a>
        </h3>
        <p>{t.wish({ wish: matter.wish, to: addressee(locale, matter.to).to })}</p>
      </div>
      <MatterWay matter={matter} locale={locale} />
      <HowLong matter={matter} locale={locale} />
      <Overdue entry={matter} locale={locale} />
    </Sheet>
  )
}

/** The circle's reasons stand where the work goes on. */
const Returned = ({ matter, group, locale }: Props) => {
  const t = texts[locale.lang]
  const { draftId, reasons = [], wishedBy, statement } = matter.answer ?? {}
  return (
    <Sheet id={`matter-${matter.id}`}>
      <div class="satz">
        <p class="meta">
          <Status state="returned" locale={locale} /> <ShelfMark number={matter.cited} />
        </p>
        <h3>
          <a href={paths.referral(group, matter)}>{matter.title}</a>
        </h3>
        {statement && <p>{statement}</p>}
      </div>
      <Notice
        tone="care"
        icon="undo-2"
        first={t.returnedAsks({ Who: addressee(locale, matter.to).Subject })}
        actions={
          draftId && (
            <LinkButton href={paths.document(group, { id: draftId })} rank="second" icon="pencil">
              {t.toDraft}
            </LinkButton>
          )
        }
      >
        {wishedBy && t.returnedWished({ when: weekday(locale, wishedBy) })}
        <ol>
          {reasons.map(({ words, reply }) => (
            <li>
              {words}
              {reply && <span class="reply">{reply.words}</span>}
            </li>
          ))}
        </ol>
      </Notice>
      <p class="link-line">
        <a href={paths.referral(group, matter)}>{t.toReturn}</a>
      </p>
    </Sheet>
  )
}

type BlockProps = { atCircle: ReferralEntry[]; returned: ReferralEntry[]; group: Pick<Group, 'slug'>; locale: Locale }

/** What the circle has got from the group, and what it gave back. */
export const AtCircleBlock = ({ atCircle, returned, group, locale }: BlockProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="at-circle" title={t.atCircle}>
      {returned.map((matter) => (
        <Returned matter={matter} group={group} locale={locale} />
      ))}
      {atCircle.map((matter) => (
        <Sent matter={matter} group={group} locale={locale} />
      ))}
      {returned.length + atCircle.length === 0 && <DoneLine>{t.nothingAtCircle}</DoneLine>}
      <p class="soft link-line">
        <a href={paths.ways(group)}>{words[locale.lang].toWays}</a>
      </p>
    </Block>
  )
}
