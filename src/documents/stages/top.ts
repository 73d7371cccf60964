import { isMember } from '../../groups/actor.ts'
import { type ArchivingEntry, archivingOf } from '../archiving/model.ts'
import type { Here } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import type { Draft } from '../reading.ts'
import { replacementsAround } from '../replacements/model.ts'
import { type ReviewEntry, reviewsOf } from '../reviews/model.ts'
import type { Snapshot } from '../schema.ts'
import { difference } from '../versions/difference.ts'
import { type AdoptedText, adoptedText } from './adopted.ts'
import type { AdoptionsOf } from './matter.ts'

/** What readers see first: number and day of the decision, and how far the draft has moved on since. */
export interface InForce {
  citation: string
  href: string
  decidedOn: string
  /** Whether it holds: it may have to wait for the circle, or something else has taken its place. */
  holds: 'yes' | 'awaits_circle' | 'replaced'
  snapshot: Pick<Snapshot, 'id' | 'number' | 'suffix' | 'title' | 'checksum'>
  /** Places in the draft that are not as adopted; a new title counts as one. */
  changed: number
}

/** Another text, or a decision without one, with where it can be read. */
export interface Neighbour {
  title: string
  /** Nothing where it is not for these eyes. */
  documentId: string | null
  decision: string
}

/** Where a text stands, as the top of its page says it. */
export interface StageTop {
  inForce: InForce | null
  /** People are asked to read it. */
  review: ReviewEntry | null
  archiving: ArchivingEntry | null
  /** In force in its place. */
  replacedBy: Neighbour | null
  /** Whose place it takes, or will take when it is adopted. */
  replaces: Neighbour[]
}

/** The adopted text of a paper, if there is one. */
export async function adoptedIn({ ports }: Pick<Here, 'ports'>, paper: Pick<Paper, 'id'>, adoptionsOf: AdoptionsOf) {
  return adoptedText(ports.db, await adoptionsOf(ports.db, [paper.id]))
}

export async function stageTop(
  here: Pick<Here, 'actor' | 'ports'>,
  paper: Paper,
  draft: Draft,
  adopted: AdoptedText | null,
): Promise<StageTop> {
  const { db } = here.ports
  const isInside = isMember(here.actor)
  const around = await replacementsAround(db, paper)
  const own = around.find(({ older }) => older.id === paper.id)
  const [latest] = await reviewsOf(db, paper.id)
  return {
    inForce: adopted && inForce(adopted, paper, draft),
    review: latest && latest.endedAt === null ? latest : null,
    archiving: paper.stage === 'archived' ? await archivingOf(db, paper) : null,
    replacedBy:
      own && (own.newer === null || paper.stage === 'superseded')
        ? neighbour(own.newer, own.replacement.decision, isInside)
        : null,
    replaces: isInside
      ? around.filter(({ older }) => older.id !== paper.id).map(({ older }) => neighbour(older, '', true))
      : [],
  }
}

const neighbour = (text: { id: string; title: string } | null, decision: string, isInside: boolean): Neighbour => ({
  title: isInside && text ? text.title : '',
  documentId: isInside && text ? text.id : null,
  decision,
})

const holds = ({ adoption }: AdoptedText, { stage }: Paper): InForce['holds'] =>
  stage === 'superseded' ? 'replaced' : adoption.awaitsCircle ? 'awaits_circle' : 'yes'

function inForce(adopted: AdoptedText, paper: Paper, { content }: Draft): InForce {
  const { adoption, snapshot } = adopted
  const { citation, href, decidedOn } = adoption
  const { id, number, suffix, checksum } = snapshot
  const changed = difference(snapshot.content as Content, content).changed + (snapshot.title === paper.title ? 0 : 1)
  const version = { id, number, suffix, title: snapshot.title, checksum }
  return { citation, href, decidedOn, holds: holds(adopted, paper), snapshot: version, changed }
}
