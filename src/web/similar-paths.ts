import { inGroup, type Slugged, withQuery } from './addresses.ts'

export const similarPaths = {
  /** What is called like something that is about to be written. */
  similar: (group: Slugged, title?: string) => withQuery(inGroup(group, '/similar'), { title }),
}
