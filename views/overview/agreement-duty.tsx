import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton, type Rank } from '../kit/button.tsx'
import { Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { texts } from '../referrals/ending-texts.ts'
import { Dotted } from './dotted.tsx'

type Props = { duty: Extract<Duty, { kind: 'agree' }>; rank?: Rank; locale: Locale }

/** To say whether a newer referral takes the place of an older one. */
export const AgreementDuty = ({ duty: { group, asked }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const href = paths.referral(group, asked.referral)
  const why = t.dutyWhy({ number: asked.successor.cited })
  return (
    <Row
      rand={<Since from={asked.since} locale={locale} />}
      title={asked.referral.title}
      href={href}
      meta={<Dotted items={[<ShelfMark number={asked.referral.cited} />, group.name, why]} />}
      go={
        <LinkButton href={href} rank={rank} icon="history">
          {t.duty}
        </LinkButton>
      }
    />
  )
}
