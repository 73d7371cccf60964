import type { Ports } from '../ports.ts'
import { listReviewDates } from './agenda/review-dates.ts'
import { neverSent, type Sendings } from './paper-stage.ts'
import { lapseIdleProposals } from './proposals/lapsing.ts'
import { closeDue, untilNextEnd } from './rounds/due.ts'
import { callForResults, callTheSilent } from './rounds/notices/calling.ts'
import { type RoundLetter, sendNotices } from './rounds/notices/sending.ts'
import { nothingFollows, type Undecided } from './rounds/undecided.ts'

type Outside = Pick<Ports, 'db' | 'bus' | 'mail' | 'log'>

export interface Duties {
  letter: RoundLetter
  sendings?: Sendings
  undecided?: Undecided
}

/**
 * What time brings about: rounds end, whoever is silent is to be reminded, results are to be told. May run in any number
 * of processes at once and after any pause; everything happens once, by the clock of the database (`SECURITY.md R-29`).
 */
export async function keepRounds(
  ports: Pick<Ports, 'db' | 'bus' | 'log'>,
  sendings = neverSent,
  undecided = nothingFollows,
): Promise<void> {
  await closeDue(ports, sendings, undecided)
  await callTheSilent(ports.db)
  await callForResults(ports.db)
}

/** As long as the mail server takes: where rounds go on ending meanwhile, nothing waits for this. */
export const mailAboutRounds = (ports: Pick<Ports, 'db' | 'mail' | 'log'>, letter: RoundLetter): Promise<void> =>
  sendNotices(ports, letter)

/** Both, one after the other, for whoever looks now and then. */
export async function keepDeadlines(ports: Outside, { letter, sendings, undecided }: Duties): Promise<void> {
  await keepRounds(ports, sendings, undecided)
  await mailAboutRounds(ports, letter)
}

/** In how many milliseconds there is something to do again; null when no round is open. */
export const untilNextDeadline = ({ db }: Pick<Ports, 'db'>): Promise<number | null> => untilNextEnd(db)

/** Once a day: review dates that come closer, proposals that nobody has moved for half a year. */
export async function keepDates(ports: Pick<Ports, 'db' | 'bus'>): Promise<void> {
  await listReviewDates(ports)
  await lapseIdleProposals(ports)
}
