import { paths } from '#src/paths.ts'
import { day } from '../kit/dates.ts'
import { Block } from '../kit/structure.tsx'
import type { StagePageProps } from './stage-page.tsx'
import { texts } from './stage-page-texts.ts'

/** What is public of it, and who could make it so. */
export const Publishing = ({ top, publications, publishers, locale }: StagePageProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="publishing" title={t.publishing} narrow>
      <p class="soft">{t.publishingMeans}</p>
      {publications.map(({ publication, snapshot, publishedBy, withdrawn }) => (
        <p>
          <a href={paths.published(publication.slug)}>
            {t.published({
              version: `${snapshot.number}${snapshot.suffix}`,
              when: day(locale, publication.createdAt),
              name: publishedBy,
            })}
          </a>
          {withdrawn && ` · ${t.withdrawn({ when: day(locale, withdrawn.at), reason: withdrawn.reason })}`}
        </p>
      ))}
      {!top.inForce && publications.length === 0 && <p>{t.notYet}</p>}
      <p class="soft">{publishers.length > 0 ? t.publishWho({ names: publishers.join(', ') }) : t.publishNobody}</p>
    </Block>
  )
}
