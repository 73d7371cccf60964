import { expect, test } from 'vitest'
import { langOf } from '#src/runtime/commands/terminal.ts'
import { texts } from '#src/runtime/commands/texts.ts'
import { readConfig } from '#src/runtime/config.ts'

const faultsOf = (env: Record<string, string>) => {
  const read = readConfig('production', env)
  return 'faults' in read ? read.faults.map(({ name, code }) => `${name} ${code}`) : []
}

const configOf = (mode: 'demo' | 'production', env: Record<string, string>) => {
  const read = readConfig(mode, env)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.config
}

test.each([
  [{ PORT: 'abc' }, 'PORT not_a_port'],
  [{ PORT: '0' }, 'PORT not_a_port'],
  [{ PORT: '65536' }, 'PORT not_a_port'],
  [{ PUBLIC_URL: 'kreislauf.example.org' }, 'PUBLIC_URL not_an_origin'],
  [{ PUBLIC_URL: 'ftp://example.org' }, 'PUBLIC_URL not_an_origin'],
  [{ PUBLIC_URL: 'https://example.org/kreislauf' }, 'PUBLIC_URL more_than_an_origin'],
  [{ PUBLIC_URL: 'https://name:secret@example.org' }, 'PUBLIC_URL more_than_an_origin'],
  [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL not_a_database'],
  [{ SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@b.org', PUBLIC_URL: 'https://b.org' }, 'SMTP_URL not_a_mail_server'],
  [{ SMTP_URL: 'smtp://m', MAIL_FROM: 'nobody', PUBLIC_URL: 'https://b.org' }, 'MAIL_FROM not_a_sender'],
  [
    { SMTP_URL: 'smtp://m', MAIL_FROM: 'a@b.org\r\nBcc: c@d.org', PUBLIC_URL: 'https://b.org' },
    'MAIL_FROM not_a_sender',
  ],
  [{ SMTP_URL: 'smtp://m', PUBLIC_URL: 'https://b.org' }, 'MAIL_FROM mail_needs_a_sender'],
  [{ SMTP_URL: 'smtp://m', MAIL_FROM: 'a@b.org' }, 'PUBLIC_URL mail_needs_an_address'],
  [{ MAIL_FROM: 'a@b.org' }, 'SMTP_URL sender_needs_a_server'],
  [{ OPERATOR: 'x'.repeat(1001) }, 'OPERATOR too_long'],
  [{ TRUSTED_PROXIES: 'all' }, 'TRUSTED_PROXIES not_a_number_of_proxies'],
])('%o is refused: %s', (env, fault) => {
  expect(faultsOf(env)).toEqual([fault])
  const [, code = ''] = fault.split(' ')
  for (const lang of ['de', 'en'] as const) expect(Object.keys(texts[lang].faults)).toContain(code)
})

test.each([
  [{}, 'de'],
  [{ LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
  [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'de'],
])('in a terminal with %o the language is %s', (env, lang) => {
  expect(langOf(undefined, env)).toBe(lang)
})

test('every fault is named at once, and no value is repeated', () => {
  const read = readConfig('production', { PORT: 'x', DATABASE_URL: 'mysql://name:secret@db', TRUSTED_PROXIES: '-1' })
  expect(read).toEqual({
    faults: [
      { name: 'PORT', code: 'not_a_port' },
      { name: 'DATABASE_URL', code: 'not_a_database' },
      { name: 'TRUSTED_PROXIES', code: 'not_a_number_of_proxies' },
    ],
  })
})

test('without settings the server is this machine alone, on port 3000', () => {
  const config = configOf('production', { PORT: '', PUBLIC_URL: '' })
  expect(config).toMatchObject({ port: 3000, hostname: '127.0.0.1', databaseUrl: undefined, mail: undefined })
  expect(config.settings).toMatchObject({ publicUrl: 'http://localhost:3000', trustedProxies: 0, mode: 'production' })
  expect(config.dataDir).toMatch(/\/\.data$/)
})

test('with a public address the server listens to everybody, and only that origin may send changes', () => {
  const config = configOf('production', { PUBLIC_URL: 'https://kreislauf.example.org', PORT: '8080' })
  expect(config).toMatchObject({ hostname: undefined, settings: { origins: ['https://kreislauf.example.org'] } })
})

test('the demo never touches a real database or mail server', () => {
  const config = configOf('demo', { DATABASE_URL: 'postgres://real', SMTP_URL: 'smtp://real', MAIL_FROM: 'a@b.org' })
  expect(config).toMatchObject({ databaseUrl: undefined, mail: undefined })
})
