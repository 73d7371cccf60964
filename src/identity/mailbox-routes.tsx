import { createFactory } from 'hono/factory'
import { MailboxPage } from '#views/identity/mailbox-page.tsx'
import { texts } from '#views/identity/texts.ts'
import type { AppEnv } from '../web/env.ts'
import { found } from '../web/gate.ts'

/** For the demo and for tests: mail that stayed in the house. Where mail leaves it, there is nothing here. */
export const mailboxRoutes = createFactory<AppEnv>()
  .createApp()
  .get('/mailbox', (c) => {
    const { ports, settings, locale } = c.var
    const mails = found(ports.mail.kept?.())
    return c.render(<MailboxPage locale={locale} mails={mails} publicUrl={settings.publicUrl} />, {
      title: texts[locale.lang].mailbox,
    })
  })
