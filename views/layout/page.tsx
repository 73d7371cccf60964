import type { Child, PropsWithChildren } from 'hono/jsx'
import { paths } from '#src/paths.ts'
import type { Settings } from '#src/ports.ts'
import type { Around } from '#src/trail/around.ts'
import type { PageFacts } from '#src/web/answer.ts'
import type { Locale } from '#src/web/locale.ts'
import { AboutThing, CheckNotice } from '../trail/around-thing.tsx'
import { Marked } from '../trail/marked.tsx'
import { Foot } from './foot.tsx'
import { KeptHere } from './kept.tsx'
import { texts } from './texts.ts'
import { Top } from './top.tsx'
import { Said, Unsent } from './unsent.tsx'

export type PageProps = {
  locale: Locale
  facts: PageFacts
  /** Nobody when signed out. */
  person: { id: string; name: string } | null
  /** Member of no group: what the whole alliance shows is closed. */
  isOutside?: boolean
  /** Up to where this page has seen what happened; the live stream starts there. */
  seen: number
  mode: Settings['mode']
  /** Address of a built file, such as `app.css`. */
  asset: (name: string) => string
  /** Addresses of what a built script imports. */
  imports: (script: string) => string[]
  /** Which rows of lists are to be looked at again. */
  marked?: ReadonlySet<string> | undefined
  /** What is to be said around the page of a thing. */
  around?: Around | null | undefined
  children?: Child
}

const nothing: ReadonlySet<string> = new Set()

// Scripts of a page stand at its end: they come along when the page takes another one's place without a reload.
const Scripts = ({ asset, scripts = [] }: { asset: PageProps['asset']; scripts?: string[] }) => (
  <>
    {scripts.map((name) => (
      <script type="module" src={asset(name)} />
    ))}
  </>
)

/** The frame of every page. */
export const PageLayout = (props: PropsWithChildren<PageProps>) => {
  const { locale, facts, person, isOutside = false, seen, mode, asset, imports, marked, around, children } = props
  const t = texts[locale.lang]
  return (
    <html lang={locale.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${facts.title} – ${t.product}`}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="preload" href={asset('sans.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="htmx-config" content='{"defaultTimeout":30000,"includeIndicatorCSS":false}' />
        <script type="module" src={asset('app.js')} />
        {[...new Set(facts.scripts?.flatMap(imports))].map((href) => (
          <link rel="modulepreload" href={href} />
        ))}
      </head>
      <body data-signed-in={person ? '' : undefined}>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <Top locale={locale} section={facts.section} person={person} isOutside={isOutside} />
        {person && <KeptHere locale={locale} person={person} />}
        <main id="main" class="wrap page" tabindex={-1}>
          <Marked.Provider value={marked ?? nothing}>
            {around && <CheckNotice around={around} locale={locale} />}
            {children}
            {around && <AboutThing around={around} locale={locale} />}
          </Marked.Provider>
        </main>
        <Foot locale={locale} mode={mode} />
        {person && <div id="stream" hidden hx-sse:connect={paths.stream(seen)} hx-swap="none" />}
        <Said />
        <Unsent locale={locale} />
        <Scripts asset={asset} scripts={facts.scripts} />
      </body>
    </html>
  )
}
