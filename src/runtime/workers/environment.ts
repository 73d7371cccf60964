import type { Namespace } from 'cloudflare:workers'
import type { Hub } from './hub.ts'
import type { OpenText } from './open-text.ts'

/** What `wrangler.toml` binds, and the settings and secrets of whoever runs it. */
export interface Environment {
  HYPERDRIVE: { connectionString: string }
  TEXTS: Namespace<OpenText>
  HUB: Namespace<Hub>
  PUBLIC_URL?: string
  OPERATOR?: string
  SMTP_URL?: string
  MAIL_FROM?: string
}

/** Whoever asks and wants more done than to answer. */
export interface Execution {
  waitUntil(work: Promise<unknown>): void
}

/** There is one hub for all. */
export const hubOf = ({ HUB }: Pick<Environment, 'HUB'>) => HUB.getByName('hub')
