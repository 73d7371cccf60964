import type { Context } from 'hono'
import { createFactory } from 'hono/factory'
import { texts } from '#views/groups/entrance-texts.ts'
import { DeadSetUpPage, SetUpPage } from '#views/groups/set-up-page.tsx'
import type { Database } from '../db/database.ts'
import { enter } from '../identity/entering.ts'
import { findLink, useLink } from '../identity/sign-in.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import type { AppEnv } from '../web/env.ts'
import { form } from '../web/form.ts'
import type { Locale } from '../web/locale.ts'
import { setUpForm } from './forms.ts'
import { foundAlliance } from './founding.ts'
import { allianceName } from './register.ts'

const one = '/set-up/:token{[a-z0-9]{20,64}}'

const facts = ({ lang }: Locale) => ({ title: texts[lang].setUp })

const dead = (c: Context, locale: Locale) => {
  c.status(410)
  return c.render(<DeadSetUpPage locale={locale} />, facts(locale))
}

const isOpen = async (db: Database, token: string) =>
  (await allianceName(db)) === null && (await findLink(db, token, 'set_up')) !== null

/** The very first page of an installation; its link is good once, and only while there is no alliance. */
export const setUpRoutes = createFactory<AppEnv>()
  .createApp()
  .get(one, async (c) => {
    const { ports, locale } = c.var
    const token = c.req.param('token')
    if (!(await isOpen(ports.db, token))) return dead(c, locale)
    return c.render(<SetUpPage locale={locale} token={token} />, facts(locale))
  })
  .post(one, form(setUpForm), async (c) => {
    const { ports, locale, form: input } = c.var
    const token = c.req.param('token')
    if (!(await isOpen(ports.db, token))) return dead(c, locale)
    if (!input.ok) return refuse(c, <SetUpPage locale={locale} token={token} refused={input} />, facts(locale))
    const first = await ports.db.transaction(async (tx) =>
      (await useLink(tx, token, 'set_up')) ? foundAlliance(tx, input.value, locale.lang) : null,
    )
    if (!first) return dead(c, locale)
    await enter(c, c.var, first.id)
    return answer(c, paths.groups())
  })
