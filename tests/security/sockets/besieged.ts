import { afterAll, beforeAll } from 'vitest'
import { type Ground, ground } from './ground.ts'
import { breakCamp, nextDoor, tellMeasured } from './siege.ts'

export interface Besieged {
  there: Ground
  /** People in another text, who must not notice anything. */
  door: Awaited<ReturnType<typeof nextDoor>>
}

/** A server to be attacked by all tests of a file; what they measured is told in the end. */
export function besieged(): Besieged {
  const set = {} as Besieged
  beforeAll(async () => {
    set.there = await ground()
    set.door = await nextDoor(set.there)
  })
  afterAll(async () => {
    await breakCamp()
    tellMeasured()
    set.door.close()
    await set.there.end()
  })
  return set
}
