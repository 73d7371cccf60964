import { createFactory } from 'hono/factory'
import { KitPage } from '#views/kit/page.tsx'
import { HelpPage } from '#views/layout/help.tsx'
import { ImprintPage } from '#views/layout/imprint.tsx'
import { PrivacyPage } from '#views/layout/privacy.tsx'
import { texts } from '#views/layout/texts.ts'
import type { AppEnv } from '../web/env.ts'

const anyone = createFactory<AppEnv>()

/** What can be read without signing in: how it works, who runs it, what is stored. */
export const publicRoutes = anyone
  .createApp()
  .get('/help', (c) => c.render(<HelpPage locale={c.var.locale} />, { title: texts[c.var.locale.lang].help }))
  .get('/help/circle', (c) =>
    c.render(<HelpPage locale={c.var.locale} part="circle" />, { title: texts[c.var.locale.lang].help }),
  )
  .get('/imprint', (c) =>
    c.render(<ImprintPage locale={c.var.locale} operator={c.var.settings.operator ?? null} />, {
      title: texts[c.var.locale.lang].imprint,
    }),
  )
  .get('/privacy', (c) =>
    c.render(<PrivacyPage locale={c.var.locale} operator={c.var.settings.operator ?? null} />, {
      title: texts[c.var.locale.lang].privacy,
    }),
  )

/** Every component in every state. */
export const kitRoutes = anyone
  .createApp()
  .get('/kit', (c) => c.render(<KitPage locale={c.var.locale} />, { title: 'Bausteine' }))
