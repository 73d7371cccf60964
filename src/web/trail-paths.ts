import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** What can be about a guiding idea or a topic, as its addresses call it. */
export type Linked = 'documents' | 'proposals' | 'decisions' | 'tasks' | 'referrals'

export const trailPaths = {
  /** What the alliance stands for and talks about, and what has come of it. */
  allIdeas: () => '/ideas',
  ideaTrail: (code: string, shown?: number) => withQuery(`/ideas/${encodeURIComponent(code)}`, { shown }),
  topicTrail: (topic: string, shown?: number) => withQuery(`/topics/${encodeURIComponent(topic)}`, { shown }),
  /** Which ideas and topics a thing is about. */
  subjects: (group: Slugged, things: Linked, thing: Identified) => inGroup(group, `/${things}/${thing.id}/links`),
  /** What leans on something that has ended. */
  checks: (group: Slugged) => inGroup(group, '/checks'),
  ideaReplacement: (group: Slugged, idea: Identified) => inGroup(group, `/ideas/${idea.id}/replacement`),
}
