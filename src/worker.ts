import { keepDates, keepDeadlines } from './decisions/deadlines.ts'
import { roundLetter } from './decisions/rounds/notices/routes.tsx'
import { mailMentions } from './documents/comments/notices.ts'
import { mentionLetter } from './documents/comments/routes.tsx'
import { clearVersions } from './documents/versions/clearing.ts'
import { sendLateGuestsOff } from './groups/guests.ts'
import { endLetter } from './groups/reminders/routes.tsx'
import { tellOfEnds } from './groups/reminders/sending.ts'
import { forgetEndedSessions } from './identity/sessions.ts'
import { meetingLetter } from './meetings/letters/routes.tsx'
import { sendMeetingLetters } from './meetings/letters/sending.ts'
import { approveExpired } from './meetings/minutes/approving.ts'
import { sendMinutesLetters } from './meetings/minutes/mailing.ts'
import { minutesLetter } from './meetings/minutes/routes.tsx'
import type { Ports, Settings } from './ports.ts'
import { deferUndecided } from './referrals/answers/deferring.ts'
import { sendings } from './referrals/sending/sent-paper.ts'
import type { Environment, Execution } from './runtime/workers/environment.ts'
import { buildProduct, type Product } from './runtime/workers/product.ts'
import { taskLetter } from './tasks/notices/routes.tsx'
import { remindOfTasks } from './tasks/notices/sending.ts'

export { Hub } from './runtime/workers/hub.ts'
export { OpenText } from './runtime/workers/open-text.ts'

let product: Product | null | undefined

const productOf = (env: Environment) => {
  product ??= buildProduct(env)
  return product
}

const notSetUp = () => new Response('503', { status: 503, headers: { 'Cache-Control': 'no-store' } })

/** The platform packs answers itself, and would pack again what is packed already. */
function unpacked(request: Request): Request {
  const asked = new Request(request)
  asked.headers.delete('Accept-Encoding')
  return asked
}

const everyHour = '1 * * * *'

/** Guests, sessions, mentions and old versions are looked after every hour, together with what only changes by the day. */
const hourly = (ports: Ports, settings: Settings) => [
  forgetEndedSessions(ports),
  sendLateGuestsOff(ports),
  mailMentions(ports, mentionLetter(settings)),
  clearVersions(ports),
  keepDates(ports),
  approveExpired(ports),
  tellOfEnds(ports, endLetter(settings)),
  remindOfTasks(ports, taskLetter(settings)),
]

/** The entry on Cloudflare Workers. */
export default {
  async fetch(request: Request, env: Environment, execution: Execution): Promise<Response> {
    const built = productOf(env)
    if (!built) return notSetUp()
    const ports = built.ports(env, execution)
    const remoteAddress = request.headers.get('CF-Connecting-IP') ?? undefined
    const response = await built.app.fetch(unpacked(request), { ports, incoming: { socket: { remoteAddress } } })
    execution.waitUntil(ports.end())
    return response
  },

  /** Every few minutes: what rounds bring with them when their time comes. */
  async scheduled({ cron }: { cron: string }, env: Environment, execution: Execution): Promise<void> {
    const built = productOf(env)
    if (!built) return
    const ports = built.ports(env, execution)
    const deadlines = keepDeadlines(ports, { letter: roundLetter(built.settings), sendings, undecided: deferUndecided })
    const letters = sendMeetingLetters(ports, meetingLetter(built.settings))
    const minutes = sendMinutesLetters(ports, minutesLetter(built.settings))
    await Promise.all([deadlines, letters, minutes, ...(cron === everyHour ? hourly(ports, built.settings) : [])])
    await ports.end()
  },
}
