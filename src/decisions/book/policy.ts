import { mayReadDecisions } from '../policy.ts'

/** What was decided is for the whole alliance (`DOMAIN.md 5.5`); what of it carries names depends on one's own groups. */
export const mayReadBook = mayReadDecisions
