import { paths } from '#src/paths.ts'
import type { PageFacts } from '#src/web/answer.ts'
import type { IconName } from '#src/web/icons.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { RingMark } from '../kit/ring.tsx'
import { texts } from './texts.ts'

type Section = NonNullable<PageFacts['section']>

type Props = { locale: Locale; section?: Section; person: { name: string } | null; isOutside: boolean }

const places: { section: Exclude<Section, 'me'>; href: string; icon: IconName }[] = [
  { section: 'start', href: paths.start(), icon: 'house' },
  { section: 'groups', href: paths.groups(), icon: 'users' },
  { section: 'circle', href: paths.circle(), icon: 'circle-dashed' },
  { section: 'decisions', href: paths.decisionLog(), icon: 'notebook-text' },
]

/** Members of the alliance alone may go there. */
const inside: Section[] = ['circle', 'decisions']

const placesFor = (isOutside: boolean) => places.filter((place) => !(isOutside && inside.includes(place.section)))

const Places = ({ locale, section, isOutside }: Omit<Props, 'person'>) => (
  <nav class="main-nav" aria-label={texts[locale.lang].places}>
    <ul class="plain">
      {placesFor(isOutside).map((place) => (
        <li>
          <a href={place.href} aria-current={place.section === section ? 'page' : undefined}>
            <Icon name={place.icon} />
            <span>{texts[locale.lang][place.section]}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** A small form and no link: choosing a language is remembered. */
const Language = ({ locale }: { locale: Locale }) => {
  const other = locale.lang === 'de' ? 'en' : 'de'
  return (
    <form method="post" action={paths.language()} class="language">
      <button class="tool" type="submit" name="lang" value={other} lang={other}>
        {texts[locale.lang].otherLanguage}
      </button>
    </form>
  )
}

/** Mark, places, language, me. Signed out: mark, language, the way in. */
export const Top = ({ locale, section, person, isOutside }: Props) => (
  <header class="top">
    <div class="wrap">
      <a class="brand" href={paths.start()}>
        <RingMark at={5} brand />
        <span>{texts[locale.lang].product}</span>
      </a>
      {person && <Places locale={locale} section={section} isOutside={isOutside} />}
      <div class="tools">
        <Language locale={locale} />
        <a
          class="tool"
          href={person ? paths.me() : paths.signIn()}
          aria-current={section === 'me' ? 'page' : undefined}
        >
          <Icon name="user" />
          <span>{person ? person.name.split(' ')[0] : texts[locale.lang].signIn}</span>
        </a>
      </div>
    </div>
  </header>
)
