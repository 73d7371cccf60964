import { mayReadRegister } from '../groups/policy.ts'
import type { Standing } from '../groups/schema.ts'

/** What groups tell the circle is for the whole alliance (`DOMAIN.md 5.5`). */
export const mayReadReports = (mine: readonly { standing: Standing }[]) => mayReadRegister(mine)

export { mayReportToCircle as mayReport } from '../groups/policy.ts'
