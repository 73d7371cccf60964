import { customType } from 'drizzle-orm/pg-core'
import { type Rules, readRules } from './rules.ts'

/** Rules as they were copied, however long ago: what they knew nothing of then is filled in when they are read. */
export const rulesColumn = customType<{ data: Rules; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (rules) => JSON.stringify(rules),
  fromDriver: (stored) => readRules(typeof stored === 'string' ? JSON.parse(stored) : stored),
})
