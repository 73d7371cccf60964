import type { Ports } from '../../ports.ts'
import type { Document } from '../schema.ts'

/** Open pages look again, also when it is too little to be recorded. */
export const tell = (bus: Ports['bus'], { id, groupId }: Pick<Document, 'id' | 'groupId'>): Promise<void> =>
  bus.publish([{ id: null, groupId, name: `suggestion-${id}` }])
