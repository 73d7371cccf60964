import type { Context } from 'hono'
import { createFactory } from 'hono/factory'
import { z } from 'zod'
import { LinkPage } from '#views/identity/link-page.tsx'
import { signInMail } from '#views/identity/mails.ts'
import { SentPage } from '#views/identity/sent-page.tsx'
import { DeadLinkPage, SignInPage } from '#views/identity/sign-in-page.tsx'
import { texts } from '#views/identity/texts.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import type { AppEnv } from '../web/env.ts'
import { form, optional } from '../web/form.ts'
import { found } from '../web/gate.ts'
import type { Locale } from '../web/locale.ts'
import { networkOf } from '../web/network.ts'
import { ownPath } from '../web/own-path.ts'
import { address } from './address.ts'
import { enter, whoAsks } from './entering.ts'
import { findPerson } from './people.ts'
import { blankCookie, endSession } from './sessions.ts'
import { findLink, type LetterWriter, linkMinutes, requestSignIn, useLink } from './sign-in.ts'
import { retryAfter } from './throttle.ts'

const anyone = createFactory<AppEnv>()

const wish = z.object({ email: address(), wanted: optional(z.string()) })

const token = ':token{[a-z0-9]{20,64}}'

const wantedOf = (c: Context) => ownPath(c.req.query('wanted'))

/** The mail with a sign-in link; addresses in it start with the configured one, whatever the request says. */
export const signInLetter =
  ({ settings, locale }: Pick<AppEnv['Variables'], 'settings' | 'locale'>, wanted: string): LetterWriter =>
  (person, secret) =>
    signInMail({
      name: person.name,
      lang: person.lang ?? locale.lang,
      href: settings.publicUrl + paths.signInLink(secret, wanted),
      until: new Date(locale.now.getTime() + linkMinutes * 60_000),
      now: locale.now,
    })

const facts = (locale: Locale) => ({ title: texts[locale.lang].signIn })

/** Where no mail is sent, asking for a link brings nothing: the page says whom to ask instead. */
const sendsNone = (c: Context): boolean => c.var.ports.mail.none === true

const tooOften = (c: Context, locale: Locale, wanted: string) => {
  c.status(429)
  c.header('Retry-After', String(retryAfter))
  return c.render(<SignInPage locale={locale} wanted={wanted} noMail={sendsNone(c)} tooOften />, facts(locale))
}

const deadLink = (c: Context, locale: Locale) => {
  c.status(410)
  return c.render(<DeadLinkPage locale={locale} wanted={wantedOf(c)} noMail={sendsNone(c)} />, facts(locale))
}

/**
 * Everything that is stored in the browser goes. Only where somebody else has words there that have not arrived, the page
 * has already deleted what was this person's and asks to leave the rest.
 */
const sparesOthers = async (c: Context) => (await c.req.parseBody().catch(() => ({ spare: '' }))).spare === '1'

/** The way in, for everybody. */
export const signInRoutes = anyone
  .createApp()
  .get('/sign-in', async (c) => {
    if (await whoAsks(c, c.var)) return c.redirect(wantedOf(c), 303)
    return c.render(
      <SignInPage locale={c.var.locale} wanted={wantedOf(c)} noMail={sendsNone(c)} />,
      facts(c.var.locale),
    )
  })
  .post('/sign-in', form(wish), async (c) => {
    const { ports, settings, locale, form: input } = c.var
    if (!input.ok) {
      const wanted = typeof input.typed.wanted === 'string' ? ownPath(input.typed.wanted) : '/'
      return refuse(
        c,
        <SignInPage locale={locale} wanted={wanted} noMail={sendsNone(c)} refused={input} />,
        facts(c.var.locale),
      )
    }
    const wanted = ownPath(input.value.wanted)
    const request = { email: input.value.email, network: networkOf(c, settings), letter: signInLetter(c.var, wanted) }
    return (await requestSignIn(ports, request)) ? answer(c, paths.signInSent()) : tooOften(c, locale, wanted)
  })
  .get('/sign-in/sent', (c) => {
    const { locale, ports } = c.var
    return c.render(<SentPage locale={locale} mailbox={ports.mail.kept !== undefined} noMail={sendsNone(c)} />, {
      title: texts[locale.lang].sent,
    })
  })
  .get(`/sign-in/${token}`, async (c) => {
    const { ports, locale } = c.var
    const secret = c.req.param('token')
    const link = await findLink(ports.db, secret, 'sign_in')
    if (!link?.personId) return deadLink(c, c.var.locale)
    const { name } = found(await findPerson(ports.db, link.personId))
    return c.render(
      <LinkPage locale={locale} name={name} action={paths.signInLink(secret, wantedOf(c))} />,
      facts(c.var.locale),
    )
  })
  .post(`/sign-in/${token}`, async (c) => {
    const link = await useLink(c.var.ports.db, c.req.param('token'), 'sign_in')
    if (!link?.personId) return deadLink(c, c.var.locale)
    if (!(await enter(c, c.var, link.personId))) return deadLink(c, c.var.locale)
    return answer(c, wantedOf(c))
  })
  .post('/sign-out', async (c) => {
    const { ports, settings } = c.var
    const known = await whoAsks(c, c.var)
    if (known) {
      await endSession(ports.db, known.sessionId)
      await ports.bus.revoke({ personId: known.person.id, sessionId: known.sessionId, final: true })
    }
    c.header('Set-Cookie', blankCookie(ports.db, settings), { append: true })
    c.header('Clear-Site-Data', (await sparesOthers(c)) ? '"cache"' : '"cache", "storage"')
    return answer(c, paths.signIn())
  })
