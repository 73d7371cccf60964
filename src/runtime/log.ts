import type { Log } from '../ports.ts'

type Facts = Record<string, string | number | boolean>
type Write = (line: string) => void

const address = /[^\s"'<>(]+@[^\s"'<>)]+/g
const secret = /[A-Za-z0-9_-]{24,}/g

/** Messages of errors may repeat what somebody has typed: addresses and secrets are taken out of them. */
const scrub = (text: string) => text.replace(address, '[address]').replace(secret, '[secret]').slice(0, 300)

const own = (value: object, key: string) => {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' ? found : undefined
}

const frames = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())

/** A database error carries the parameters of its query; of these only the code and the names are kept. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const cause = error.cause instanceof Error ? error.cause : error
  const code = own(cause, 'code')
  const fromDatabase = 'query' in error || 'query' in cause
  return {
    error: cause.name,
    code,
    constraint: own(cause, 'constraint_name'),
    message: fromDatabase ? undefined : scrub(error.message),
    at: frames(error),
  }
}

/** One line of JSON per happening, so that no typed text can begin a line of its own. */
export function jsonLog(write: Write = (line) => process.stdout.write(line)): Log {
  const line = (level: string, event: string, facts: object) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...facts })}\n`)
  return {
    info: (event, facts: Facts = {}) => line('info', event, facts),
    error: (event, error, facts: Facts = {}) => line('error', event, { ...facts, ...describe(error) }),
  }
}
