import type { CreditedSource } from '#src/documents/authorship/authorship.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { calendarDay, day } from '../kit/dates.ts'
import { Block } from '../kit/structure.tsx'
import { type Sign, signsFor } from './authorship-signs.ts'
import { texts } from './authorship-texts.ts'

type SwitchProps = { group: Group; document: Paper; isOn: boolean; locale: Locale }

/** A link, so that it works anywhere and can be sent to somebody. */
export const AuthorsSwitch = ({ group, document, isOn, locale }: SwitchProps) => (
  <LinkButton
    rank="quiet"
    icon="users"
    href={isOn ? paths.document(group, document) : paths.documentWithAuthors(group, document)}
  >
    {isOn ? texts[locale.lang].hide : texts[locale.lang].show}
  </LinkButton>
)

/** Who has a part in what one reads below, and how to tell it. */
export const AuthorsLegend = ({ sources, locale }: { sources: CreditedSource[]; locale: Locale }) => {
  const t = texts[locale.lang]
  const signs = signsFor(sources, locale)
  return (
    <Block id="authors" title={t.title} narrow>
      <p>{t.how}</p>
      <ul class="plain authors">
        {sources.map((source, index) => {
          const sign = signs[index]
          return sign && source.words > 0 ? <Entry source={source} sign={sign} locale={locale} /> : null
        })}
      </ul>
      <p class="soft">{t.limits}</p>
    </Block>
  )
}

const Entry = ({ source, sign, locale }: { source: CreditedSource; sign: Sign; locale: Locale }) => {
  const t = texts[locale.lang]
  const more = [t.words({ count: source.words }), ...whenOf(source, locale)]
  return (
    <li id={sign.anchor} data-who={sign.colour}>
      <span class="by-sign" aria-hidden="true">
        {sign.letters}
      </span>
      <span>
        <span class="by" data-line={sign.line}>
          {sign.name}
        </span>
        {source.kind === 'version' && ` ${t.ofText(source)}`}
        <span class="soft"> · {more.join(' · ')}</span>
      </span>
    </li>
  )
}

function whenOf(source: CreditedSource, locale: Locale): string[] {
  const t = texts[locale.lang]
  if (source.kind === 'unknown' || source.kind === 'version') return []
  const since = day(locale, source.since)
  if (source.kind !== 'person' || calendarDay(source.last) === calendarDay(source.since)) return [t.since({ since })]
  return [t.sinceAndLast({ since, last: day(locale, source.last) })]
}
