import type { Context, Hono } from 'hono'
import manifest from '../../../public/build/manifest.json'
import { createApp } from '../../app.tsx'
import type { Settings } from '../../ports.ts'
import type { AppEnv } from '../../web/env.ts'
import { readConfig } from '../config.ts'
import { noMail, smtpMail } from '../mail.ts'
import { convertHere } from './conversion.ts'
import type { Environment, Execution } from './environment.ts'
import { makeHere } from './export.ts'
import { type PassingPorts, portsFor } from './ports.ts'
import { printedLog } from './printed-log.ts'

export interface Product {
  ports(env: Environment, execution: Execution): PassingPorts
  app: Hono<AppEnv>
  settings: Settings
}

/** How the app finds the ports of the request that it answers. */
export interface Bindings {
  ports: PassingPorts
  /** Where the app looks for the address of who asks. */
  incoming: { socket: { remoteAddress: string | undefined } }
}

const portsOf = (c: Context<{ Bindings: Bindings }>) => c.env.ports

/** Null when a setting is missing or wrong; the log says which one. */
export function buildProduct({ PUBLIC_URL, OPERATOR, SMTP_URL, MAIL_FROM }: Environment): Product | null {
  const read = readConfig('production', { PUBLIC_URL, OPERATOR, SMTP_URL, MAIL_FROM })
  const faults = 'faults' in read ? read.faults : PUBLIC_URL ? [] : [{ name: 'PUBLIC_URL', code: 'missing' }]
  for (const { name, code } of faults) printedLog.error('setting', new Error(code), { name })
  if (faults.length > 0 || 'faults' in read) return null
  const mail = read.config.mail ? smtpMail(read.config.mail) : noMail()
  return {
    ports: (env, execution) => portsFor(env, execution, mail),
    settings: read.config.settings,
    app: createApp(portsOf, read.config.settings, {
      manifest,
      convert: convertHere,
      make: makeHere,
    }) as unknown as Hono<AppEnv>,
  }
}
