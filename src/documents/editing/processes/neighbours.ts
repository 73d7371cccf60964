import type { Merged } from '../compaction.ts'

/** What the processes of one server tell each other about open texts. It never carries what was written. */
export type News =
  /** These rows of these logs are committed. */
  | { stored: [documentId: string, seqs: number[]][] }
  /** A log was merged; without rows when they were too many to name. */
  | { merged: { documentId: string } & (Merged | { generation: number; seqs?: never }) }
  /** Where people are, in base64. */
  | { presence: [documentId: string, bytes: string][] }
  /** Who is in these texts? */
  | { who: string[] }
  /** Please store what you have of this text, and answer when that is done. */
  | { settle: string; question: string }
  | { settled: string }

/** The other processes on the same database. */
export interface Neighbours {
  /** Those that have lately given a sign of life. */
  known(): ReadonlySet<string>
  /** Never fails: what was not heard is found by asking the database now and then. */
  tell(news: News): Promise<void>
  onNews(listener: (news: News, process: string) => void): () => void
  onCome(listener: (process: string) => void): () => void
  /** `crashed`: it has not said farewell, and so may have been about to say something else. */
  onGone(listener: (process: string, crashed?: boolean) => void): () => void
  /** For a while this process was cut off from the others. */
  onMissed(listener: () => void): () => void
}

const none: ReadonlySet<string> = new Set()
const never = () => () => undefined

/** For a process that shares its texts with nobody. */
export const alone: Neighbours = {
  known: () => none,
  tell: () => Promise.resolve(),
  onNews: never,
  onCome: never,
  onGone: never,
  onMissed: never,
}
