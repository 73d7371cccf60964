import type { Decision } from './register/schema.ts'

/** With these a round has decided something: they get a number (`DOMAIN.md 3.3`). */
export const finalOutcomes = ['adopted', 'rejected', 'status_quo_confirmed'] as const satisfies Decision['outcome'][]
