import { pollPaths } from './poll-paths.ts'
import { similarPaths } from './similar-paths.ts'
import { trailPaths } from './trail-paths.ts'

/** What leads from one group to what others do, and finds a date for all. */
export const acrossPaths = { ...similarPaths, ...pollPaths, ...trailPaths }
