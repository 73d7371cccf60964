import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'
import type { Lang } from './locale.ts'

export const languageCookie = 'language'

/** German, unless this browser chose English here or asks for English and not for German. */
export function preferredLanguage(chosen: string | undefined, accepted: string | undefined): Lang {
  if (chosen === 'de' || chosen === 'en') return chosen
  const asked: string[] = (accepted ?? '').toLowerCase().match(/\b(de|en)\b/g) ?? []
  return asked[0] === 'en' && !asked.includes('de') ? 'en' : 'de'
}

export const chooseLanguage = createMiddleware<AppEnv>(async (c, next) => {
  const lang = preferredLanguage(getCookie(c, languageCookie), c.req.header('Accept-Language'))
  c.set('locale', { lang, now: new Date() })
  await next()
})
