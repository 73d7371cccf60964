import type { Quorum } from '../../groups/rules.ts'
import { reaches } from './exact.ts'

/** Whether enough seats take part for anything to be decided at all (`DOMAIN.md 4.1 G3`). */
export function isQuorate(quorum: Quorum, taking: number, entitled: number): boolean {
  switch (quorum.kind) {
    case 'none':
      return true
    case 'absolute':
      return taking >= quorum.count
    case 'fraction':
      return reaches(taking, entitled, quorum.fraction)
  }
}
