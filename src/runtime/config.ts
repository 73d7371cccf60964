import { resolve } from 'node:path'
import { z } from 'zod'
import type { Settings } from '../ports.ts'
import type { Words } from './commands/texts.ts'
import type { MailSettings } from './mail.ts'

export interface Config {
  settings: Settings
  port: number
  /** Only this machine can ask a server whose address is this machine's own. */
  hostname: string | undefined
  dataDir: string
  /** Without it the embedded database. */
  databaseUrl: string | undefined
  mail: MailSettings | undefined
}

export type FaultCode = keyof Words['faults']

/** Which variable, and what is wrong with it. Values are not repeated: some of them are secrets. */
export interface Fault {
  name: string
  code: FaultCode
}

type Environment = Record<string, string | undefined>

const given = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const whole = (from: number, to: number, code: FaultCode) =>
  z
    .string()
    .regex(/^\d{1,5}$/, code)
    .transform(Number)
    .refine((number) => number >= from && number <= to, code)

const urlWith = (protocols: string[], code: FaultCode) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), code)

/** Every absolute link starts with it, so it is an origin and nothing else. */
const origin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'not_an_origin' satisfies FaultCode,
  )
  .refine(
    (value) => !URL.canParse(value) || new URL(value).href === `${new URL(value).origin}/`,
    'more_than_an_origin' satisfies FaultCode,
  )
  .transform((value) => new URL(value).origin)

const sender = z.string().regex(/^(?:[^\r\n<>@]* <)?[^\s@<>]+@[^\s@<>]+>?$/, 'not_a_sender' satisfies FaultCode)

const shared = z.object({
  PORT: given(whole(1, 65_535, 'not_a_port')),
  PUBLIC_URL: given(origin),
  DATA_DIR: given(z.string()),
})

const production = shared
  .extend({
    DATABASE_URL: given(urlWith(['postgres:', 'postgresql:'], 'not_a_database')),
    SMTP_URL: given(urlWith(['smtp:', 'smtps:'], 'not_a_mail_server')),
    MAIL_FROM: given(sender),
    TRUSTED_PROXIES: given(whole(0, 10, 'not_a_number_of_proxies')),
    OPERATOR: given(
      z
        .string()
        .trim()
        .max(1000, 'too_long' satisfies FaultCode),
    ),
  })
  .check((context) => {
    const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = context.value
    const miss = (name: string, code: FaultCode) =>
      context.issues.push({ code: 'custom', path: [name], message: code, input: context.value })
    if (SMTP_URL && !MAIL_FROM) miss('MAIL_FROM', 'mail_needs_a_sender')
    if (SMTP_URL && !PUBLIC_URL) miss('PUBLIC_URL', 'mail_needs_an_address')
    if (MAIL_FROM && !SMTP_URL) miss('SMTP_URL', 'sender_needs_a_server')
  })

export const isLocal = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

/** The two names of this machine are one place to a person, but two to a browser. */
const originsOf = (publicUrl: string, port: number) =>
  isLocal(publicUrl) ? [...new Set([publicUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`])] : [publicUrl]

function configOf(mode: Settings['mode'], values: Partial<z.output<typeof production>>): Config {
  const port = values.PORT ?? 3000
  const publicUrl = values.PUBLIC_URL ?? `http://localhost:${port}`
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = values
  return {
    settings: {
      publicUrl,
      origins: originsOf(publicUrl, port),
      trustedProxies: values.TRUSTED_PROXIES ?? 0,
      mode,
      operator: values.OPERATOR,
    },
    port,
    hostname: isLocal(publicUrl) ? '127.0.0.1' : undefined,
    dataDir: resolve(values.DATA_DIR ?? '.data'),
    databaseUrl: values.DATABASE_URL,
    mail: smtpUrl && from ? { smtpUrl, from } : undefined,
  }
}

/** For commands that only look for a server that is running. */
export const readDataPlace = (env: Environment) => ({
  dataDir: resolve(env.DATA_DIR || '.data'),
  databaseUrl: env.DATABASE_URL || undefined,
})

/** Settings are read here and nowhere else. The demo listens to three of them: it must never touch a real database. */
export function readConfig(mode: 'demo' | 'production', env: Environment): { config: Config } | { faults: Fault[] } {
  const parsed = (mode === 'demo' ? shared : production).safeParse(env)
  if (parsed.success) return { config: configOf(mode, parsed.data) }
  return {
    faults: parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), code: message as FaultCode })),
  }
}
