import type { Actor } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayComment, mayEditDocument } from '../policy.ts'
import type { Suggestion } from './schema.ts'

type Written = Pick<Paper, 'stage' | 'isTemplate'>
type Subject = Pick<Paper, 'commentingIds'> & Written
type Proposed = Pick<Suggestion, 'authorId' | 'state'>

/** Who may join the conversation may also say how they would write it (`DOMAIN.md 3.1`). */
export const maySuggest = (actor: Actor, paper: Subject) => mayComment(actor, paper)

/** Who may write in the text decides what comes into it: also about what they proposed themselves. */
export const mayDecideSuggestions = (actor: Actor, paper: Written) => mayEditDocument(actor, paper)

export const mayDecideSuggestion = (actor: Actor, paper: Written, { state }: Proposed) =>
  mayDecideSuggestions(actor, paper) && state === 'open'

const isOwn = (actor: Actor, { authorId }: Proposed) => authorId === actor.person.id

export const mayChangeSuggestion = (actor: Actor, paper: Subject, proposed: Proposed) =>
  maySuggest(actor, paper) && isOwn(actor, proposed)

export const mayWithdraw = (actor: Actor, paper: Subject, proposed: Proposed) =>
  mayChangeSuggestion(actor, paper, proposed) && proposed.state === 'open'

/** The answers that a view needs. */
export const suggestionAbilities = (actor: Actor, paper: Subject, proposed: Proposed) => ({
  accept: mayDecideSuggestion(actor, paper, proposed),
  reject: mayDecideSuggestion(actor, paper, proposed),
  withdraw: mayWithdraw(actor, paper, proposed),
  comment: mayComment(actor, paper),
})

export type SuggestionAbilities = ReturnType<typeof suggestionAbilities>
