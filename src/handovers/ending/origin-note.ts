import type { WayOf } from '../../documents/way.ts'
import { isMember } from '../../groups/actor.ts'
import { paths } from '../../paths.ts'
import { dayOf } from '../../web/days.ts'
import { originsOf } from './planning.ts'

/** What is known of a text already, and for the heir's members from which dissolved group it came (`DOMAIN.md 3.8`). */
export const withOrigin =
  (wayOf: WayOf): WayOf =>
  async (db, actor, document) => {
    const way = await wayOf(db, actor, document)
    // Only a copy can have come from elsewhere; other texts cost no question.
    if (!document.copiedFromId || !isMember(actor)) return way
    const origin = (await originsOf(db, [document.id])).get(document.id)
    if (!origin) return way
    const { group, at } = origin
    return { ...way, inherited: { group: group.name, href: paths.groupEnd(group), on: dayOf(at) } }
  }
