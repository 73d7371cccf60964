import { inGroup } from '../groups/in-group.ts'
import { pollRoutes } from './polls/routes.tsx'

/** Meetings of a group: planned, filled, invited to, held and written down (`DOMAIN.md 3.7`). */
export const meetingRoutes = () => inGroup.createApp().route('/', pollRoutes)
