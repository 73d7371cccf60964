import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { jsxRenderer } from 'hono/jsx-renderer'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { listen } from '#src/runtime/http/listening.ts'
import { withStaticFiles } from '#src/runtime/http/static.ts'
import { answer, refuse } from '#src/web/answer.ts'
import { assetUrls } from '#src/web/assets.ts'
import type { AppEnv } from '#src/web/env.ts'
import { form, line, optional, text } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { securityHeaders } from '#src/web/security-headers.ts'
import { KitPage } from '#views/kit/page.tsx'
import { HelpPage } from '#views/layout/help.tsx'
import { ImprintPage } from '#views/layout/imprint.tsx'
import { PageLayout } from '#views/layout/page.tsx'
import { PrivacyPage } from '#views/layout/privacy.tsx'
import { ProblemPage } from '#views/layout/problem.tsx'
import { type Thing, ThingPage, ThingsPage } from './things.tsx'

export const manifest = JSON.parse(readFileSync('public/build/manifest.json', 'utf8'))

const settings = { publicUrl: 'http://localhost', origins: [], trustedProxies: 0, mode: 'demo' as const }
const thing = z.object({ title: line(), words: optional(text()), leadsTo: optional(line()) })

/** The frame, the kit and the browser's part on a tiny app of their own, with the headers of the real one. */
export function createStage(now = new Date()) {
  const things: Thing[] = []
  const heard = new Set<() => void>()
  const state = { door: true, opened: 0 }
  const asset = assetUrls(manifest)
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      const lang = c.req.query('lang') === 'en' ? 'en' : 'de'
      c.set('settings', settings)
      c.set('locale', { lang, now } satisfies Locale)
      await next()
    })
    .use(securityHeaders)
    .use(
      jsxRenderer(({ children, title }, c) => (
        <PageLayout
          locale={c.get('locale')}
          facts={{ title, section: 'start' }}
          person={state.door ? { id: 'gerd', name: 'Gerd Moosbach' } : null}
          seen={0}
          mode="demo"
          imports={() => []}
          asset={asset}
        >
          {children}
        </PageLayout>
      )),
    )
    .get('/kit', (c) => c.render(<KitPage locale={c.var.locale} />, { title: 'Kit' }))
    .get('/help', (c) => c.render(<HelpPage locale={c.var.locale} />, { title: 'Hilfe' }))
    .get('/help/circle', (c) => c.render(<HelpPage locale={c.var.locale} part="circle" />, { title: 'Hilfe' }))
    .get('/imprint', (c) => c.render(<ImprintPage locale={c.var.locale} operator={null} />, { title: 'Impressum' }))
    .get('/privacy', (c) => c.render(<PrivacyPage locale={c.var.locale} operator={null} />, { title: 'Datenschutz' }))
    .get('/things', (c) =>
      c.render(<ThingsPage locale={c.var.locale} things={things} />, { title: `${things.length} Sachen` }),
    )
    .get('/things/:place', (c) =>
      c.render(<ThingPage thing={things[Number(c.req.param('place'))]} />, { title: 'Eine Sache' }),
    )
    .post('/things', form(thing), (c) => {
      const typed = c.var.form
      if (!typed.ok) {
        const page = <ThingsPage locale={c.var.locale} things={things} refused={typed} />
        return refuse(c, page, { title: 'Da fehlt etwas' })
      }
      things.push(typed.value)
      return answer(c, typed.value.leadsTo ?? `/things?shown=${things.length}`)
    })
    .post('/broken/:status', (c) => {
      const status = Number(c.req.param('status'))
      c.status(status as 500)
      return c.render(<ProblemPage locale={c.var.locale} status={status} signedIn />, { title: 'Problem' })
    })
    .get('/stream', (c) =>
      streamSSE(c, async (stream) => {
        const speak = () => void stream.writeSSE({ event: 'things', data: '', id: '1' })
        heard.add(speak)
        state.opened += 1
        await new Promise<void>((resolve) => stream.onAbort(resolve))
        heard.delete(speak)
      }),
    )
  const signal = () => {
    for (const speak of heard) speak()
  }
  return { app, things, state, streams: () => state.opened, signal }
}

/** On a real port of this machine, with static files. */
export async function openStage(now?: Date) {
  const stage = createStage(now)
  const { port, close } = await listen(withStaticFiles(stage.app.fetch), 0, '127.0.0.1')
  return { ...stage, url: `http://localhost:${port}`, close: () => close(300) }
}
