import type { GroupLinks, Post, PostHolder } from '#src/groups/links.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Notice } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './links-texts.ts'
import { listed } from './roles.ts'
import { texts as roleTexts } from './texts.ts'

type Props = { locale: Locale; links: GroupLinks }

/** "Tarek Lindhövel bis 3. März 2028 (nicht im Kreis)". */
function named(locale: Locale, { name, endsOn, isInCircle }: PostHolder): string {
  const t = texts[locale.lang]
  const words = endsOn ? t.until({ name, day: day(locale, endsOn) }) : name
  return isInCircle ? words : `${words} (${t.notThere})`
}

const people = (locale: Locale, holders: PostHolder[]) =>
  holders.length > 0
    ? listed(
        locale,
        holders.map((one) => named(locale, one)),
      )
    : texts[locale.lang].nobody

const Vacant = ({ locale, links, post }: Props & { post: Post }) => {
  const t = texts[locale.lang]
  const names = links.deputies.filter(({ role }) => role === `deputy_${post}`).map(({ name }) => name)
  return (
    <Notice tone="care" first={t.vacant[post]}>
      {names.length > 0 ? t.standIn({ names: listed(locale, names) }) : t.vacantMore}
    </Notice>
  )
}

/** By whom the group and the circle hear of each other, and what is missing there (`DOMAIN.md 2.1`). */
export const LinksBlock = (props: Props) => {
  const { locale, links } = props
  const { leads, delegates, deputies, vacant, state } = links
  const [t, { roles }] = [texts[locale.lang], roleTexts[locale.lang]]
  return (
    <Block id="links" title={t.links}>
      {vacant.map((post) => (
        <Vacant {...props} post={post} />
      ))}
      {state === 'one_person' && (
        <Notice tone="care" first={t.oneAlone}>
          {t.oneAloneMore}
        </Notice>
      )}
      {state === 'double' && <p>{t.double}</p>}
      <Facts
        facts={[
          { term: roles.lead, words: people(locale, leads) },
          { term: roles.delegate, words: people(locale, delegates) },
          ...deputies.map((deputy) => ({ term: roles[deputy.role], words: named(locale, deputy) })),
        ]}
      />
    </Block>
  )
}
