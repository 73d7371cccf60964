import { inGroup } from '../groups/in-group.ts'
import { agendaItemRoutes } from './agenda/routes.tsx'
import { schedulingRoutes } from './agenda/scheduling-routes.tsx'
import { letterRoutes } from './letters/routes.tsx'
import { minutesRoutes } from './minutes/routes.tsx'
import { planningRoutes } from './planning/routes.tsx'
import { pollRoutes } from './polls/routes.tsx'
import { sessionRoutes } from './session/routes.tsx'

/** Meetings of a group: planned, filled, invited to, held and written down (`DOMAIN.md 3.7`). */
export const meetingRoutes = () =>
  inGroup
    .createApp()
    .route('/', planningRoutes)
    .route('/', agendaItemRoutes)
    .route('/', schedulingRoutes)
    .route('/', letterRoutes)
    .route('/', pollRoutes)
    .route('/', sessionRoutes)
    .route('/', minutesRoutes)
