import type { Right } from './rights.ts'

export const similarRights: Record<string, Right> = {
  'GET /groups/:group/similar': { who: ['member'] },
}
