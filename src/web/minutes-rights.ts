import { owner, type Right } from './rights.ts'

const members: Right = { who: ['member'] }
const runners: Right = owner('leads the meeting or writes its minutes; in the circle the coordinator too')

/** In the meeting, and its minutes; part of `routeRights`. */
export const minutesRights: Record<string, Right> = {
  'GET /groups/:group/meetings/:id/session': members,
  'POST /groups/:group/meetings/:id/opening': runners,
  'POST /groups/:group/meetings/:id/ending': runners,
  'POST /groups/:group/meetings/:id/attendances': runners,
  'POST /groups/:group/meetings/:id/attendances/:attendance/departure': runners,
  'POST /groups/:group/meetings/:id/attendances/:attendance/correction': runners,
  'POST /groups/:group/meetings/:id/attendances/addition': runners,
  'POST /groups/:group/meetings/:id/items/:item/start': runners,
  'POST /groups/:group/meetings/:id/items/:item/end': runners,
  'POST /groups/:group/meetings/:id/items/:item/question': runners,
  'POST /groups/:group/meetings/:id/items/:item/conflicts': owner('their own, or who leads the meeting'),
  'POST /groups/:group/meetings/:id/items/:item/conflicts/:person/end': owner('their own, or who leads the meeting'),
  'GET /groups/:group/meetings/:id/minutes': members,
  'POST /groups/:group/meetings/:id/items/:item/decision': owner(
    'the group is not dissolved; on a referral who answers those, or leads the meeting',
  ),
  'POST /groups/:group/meetings/:id/items/:item/task': owner('the group is not dissolved'),
  'POST /groups/:group/meetings/:id/minutes/circulations': runners,
  'POST /groups/:group/meetings/:id/minutes/objections': owner('while the minutes go round'),
  'POST /groups/:group/meetings/:id/minutes/objections/:objection/answer': owner(
    'one of the two who sign, not their own',
  ),
  'POST /groups/:group/meetings/:id/minutes/objections/:objection/handing': runners,
  'POST /groups/:group/meetings/:id/minutes/objections/:objection/ruling': owner('who leads a later meeting, in it'),
  'POST /groups/:group/meetings/:id/minutes/approval': owner('who leads a later meeting, in it'),
  'POST /groups/:group/meetings/:id/minutes/notes': owner('one of the two who signed'),
  'POST /groups/:group/meetings/:id/minutes/notes/:note/signature': owner('the other one of the two who signed'),
  'POST /groups/:group/meetings/:id/minutes/notes/:note/discard': owner('one of the two who signed'),
  'GET /minutes/:id': { who: ['signed in'], if: 'member of some group, and they are approved' },
}
