import type { Ports, Settings } from '../ports.ts'
import type { Locale } from './locale.ts'

export interface AppEnv {
  Variables: { ports: Ports; settings: Settings; locale: Locale; requestId: string }
}
