import type { OwnPlace } from '#src/decisions/seats/own.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { texts } from './seat-texts.ts'
import { texts as words } from './texts.ts'

type Noted = Exclude<OwnPlace['state'], 'nothing' | 'counts'>

const isNoted = (place: OwnPlace): place is OwnPlace & { state: Noted } =>
  place.state !== 'nothing' && place.state !== 'counts'

const tones = { contested: 'care', recused: undefined, meeting_entry: undefined, principal_first: undefined } as const

const Paper = ({ place: { paper }, locale }: { place: OwnPlace; locale: Locale }) =>
  paper ? <> {texts[locale.lang].entered({ choice: words[locale.lang].choices[paper.choice] })}</> : null

/** Where what one has said does not count, or not any more: why, and what one can do (`DOMAIN.md 4.3`). */
export const PlaceNotes = ({ places, locale }: { places: OwnPlace[]; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      {places.filter(isNoted).map((place) => (
        <Notice tone={tones[place.state]} first={t.states[place.state].first} id={`place-${place.seat.id}`}>
          {t.states[place.state].more} <Paper place={place} locale={locale} />
          {places.length > 1 && <span class="soft"> ({seatName(locale, place)})</span>}
        </Notice>
      ))}
    </>
  )
}

/** "Für Naturschutzring Larnau e. V., als Stellvertretung". */
export const seatName = ({ lang }: Locale, { seat, name, rank }: Pick<OwnPlace, 'seat' | 'name' | 'rank'>): string => {
  const t = texts[lang]
  const whose = seat.kind === 'person' && rank === 'principal' ? t.ownSeat : t.forSeat({ name })
  return seat.kind === 'person' && rank === 'principal' ? whose : `${whose}, ${t.ranks[rank]}`
}
