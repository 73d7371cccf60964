import type { News } from '../../documents/editing/processes/neighbours.ts'
import type { Revocation, Signal } from '../../ports.ts'

/** What one process says to all others. */
export interface Note {
  signals?: Signal[]
  revocation?: Revocation
  news?: News
  /** A sign of life. */
  alive?: 'here' | 'leaving'
  /** Something could not be said: whatever it was, look again and judge everybody anew. */
  lost?: true
}

export interface Heard extends Note {
  from: string
}
