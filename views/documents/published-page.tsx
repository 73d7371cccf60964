import type { Child } from 'hono/jsx'
import type { PublicationEntry } from '#src/documents/publications/model.ts'
import type { PublicStanding } from '#src/documents/publications/standing.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay } from '../kit/dates.ts'
import { Notice } from '../kit/notice.tsx'
import { DocumentBody } from './body.tsx'
import { texts } from './publications-texts.ts'

type Props = { entry: PublicationEntry; asset: (name: string) => string; locale: Locale }

type PaperProps = Pick<Props, 'asset' | 'locale'> & { title: string; noindex?: boolean; children?: Child }

/** Nothing but the text: no script, no way in, nobody's name. */
const PublicPaper = ({ title, noindex, asset, locale, children }: PaperProps) => {
  const t = texts[locale.lang]
  return (
    <html lang={locale.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {noindex && <meta name="robots" content="noindex" />}
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <main id="main" class="wrap page">
          {children}
        </main>
        <footer class="wrap public-foot">
          <p class="soft">
            <a href={paths.imprint()}>{t.imprint}</a> · <a href={paths.privacy()}>{t.privacy}</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** For everybody: who says it, what, and since when. */
export const PublishedPage = ({ entry, standing, asset, locale }: Props & { standing: PublicStanding }) => {
  const t = texts[locale.lang]
  const { publication, snapshot, organisations } = entry
  const { publisher, decision, decidedOn, createdAt, minorityStatement, slug } = publication
  return (
    <PublicPaper title={`${snapshot.title} – ${publisher}`} {...{ asset, locale }}>
      <article class="stack wide">
        <header class="head">
          <p class="over">{publisher}</p>
          <h1 class="doc-title" lang="de">
            {snapshot.title}
          </h1>
          <p class="meta">
            {t.adopted({ when: fullDay(locale, decidedOn), citation: decision })} ·{' '}
            {t.publishedOn({ when: fullDay(locale, createdAt) })}
          </p>
          <Standing standing={standing} locale={locale} />
        </header>
        <DocumentBody
          content={snapshot.content}
          locale={locale}
          pictures={(id) => paths.publishedPicture(slug, { id })}
        />
        {minorityStatement !== '' && (
          <section class="block narrow">
            <h2>{t.minorityStatement}</h2>
            {minorityStatement.split(/\n{2,}/).map((paragraph) => (
              <p lang="de">{paragraph}</p>
            ))}
          </section>
        )}
        {organisations.length > 0 && (
          <section class="block narrow">
            <h2>{t.signed}</h2>
            <ul>
              {organisations.map((organisation) => (
                <li>{organisation}</li>
              ))}
            </ul>
          </section>
        )}
      </article>
    </PublicPaper>
  )
}

/** Both remain readable; nobody shall take the old one for what holds. */
const Standing = ({ standing: { isOver, newer }, locale }: { standing: PublicStanding; locale: Locale }) => {
  const t = texts[locale.lang]
  if (!isOver && !newer) return null
  return (
    <Notice icon="history" first={isOver ? t.over : t.newer}>
      {newer && <a href={paths.published(newer.slug)}>{t.toNewer({ title: newer.title })}</a>}
    </Notice>
  )
}

/** Whoever follows an old link learns that it is gone on purpose. */
export const WithdrawnPage = ({ entry, asset, locale }: Props) => {
  const t = texts[locale.lang]
  const { publication, snapshot, withdrawn } = entry
  const span = {
    title: snapshot.title,
    from: fullDay(locale, publication.createdAt),
    until: fullDay(locale, withdrawn?.at ?? publication.createdAt),
  }
  return (
    <PublicPaper title={t.withdrawnTitle} noindex {...{ asset, locale }}>
      <article class="stack wide narrow">
        <header class="head">
          <p class="over">{publication.publisher}</p>
          <h1>{t.withdrawnTitle}</h1>
        </header>
        <p>{t.withdrawnSaid(span)}</p>
        <p>{t.why({ reason: withdrawn?.reason ?? '' })}</p>
      </article>
    </PublicPaper>
  )
}
