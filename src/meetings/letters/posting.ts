import type { Database } from '../../db/database.ts'
import { type MailMessage, type Ports, Undeliverable } from '../../ports.ts'

export type Outside = Pick<Ports, 'db' | 'mail' | 'log'>

/** One kind of letter that waits as a row for each person. */
export interface Post<Due> {
  /** The next one that is still true, held until the transaction ends: another process takes the one after it. */
  next(tx: Database, missed: string[]): Promise<Due | null>
  /** Null where it is none of this person's business any more. */
  write(tx: Database, due: Due): Promise<MailMessage | null>
  mark(tx: Database, due: Due, what: 'sentAt' | 'gaveUpAt'): PromiseLike<unknown>
  keyOf(due: Due): string
  /** Under which name the log tells of what went wrong. */
  name: string
}

interface Missed {
  keys: string[]
  /** How many the mail server did not take. */
  refused: number
}

const tried = <T>(doing: Promise<T>) =>
  doing.then(
    (value) => ({ value, problem: undefined }),
    (problem: unknown) => ({ value: undefined, problem }),
  )

function miss(missed: Missed, key: string, isWritten: boolean): void {
  missed.keys.push(key)
  if (isWritten) missed.refused += 1
}

/** Marked as sent in the transaction that holds it: whoever crashes before has not sent it, as far as anybody can know. */
async function sendOne<Due>({ db, mail, log }: Outside, post: Post<Due>, missed: Missed): Promise<boolean> {
  return db.transaction(async (tx) => {
    const due = await post.next(tx, missed.keys)
    if (!due) return false
    const letter = await tried(post.write(tx, due))
    const { problem } = letter.value ? await tried(mail.send(letter.value)) : letter
    if (letter.value === null || problem instanceof Undeliverable) await post.mark(tx, due, 'gaveUpAt')
    else if (problem === undefined) await post.mark(tx, due, 'sentAt')
    else miss(missed, post.keyOf(due), letter.value !== undefined)
    if (problem !== undefined) log.error(post.name, problem)
    return true
  })
}

/** Where so many fail in a row the mail server is down: the next look tries again. */
const patience = 3

/** Sends what is waiting, each to one person once, whichever process comes first (see `rounds/notices/sending.ts`). */
export async function sendAll<Due>(outside: Outside, post: Post<Due>): Promise<void> {
  if (outside.mail.none) return
  const missed: Missed = { keys: [], refused: 0 }
  let isMore = true
  while (isMore && missed.refused < patience) isMore = await sendOne(outside, post, missed)
}
