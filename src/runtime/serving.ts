import { clearVersions } from '../documents/versions/clearing.ts'
import { sendLateGuestsOff } from '../groups/guests.ts'
import { forgetEndedSessions } from '../identity/sessions.ts'
import type { Log, Mail } from '../ports.ts'
import { announce, findEmbedded } from './announcement.ts'
import type { Config } from './config.ts'
import { watchDeadlines } from './deadlines.ts'
import { Gate } from './http/gate.ts'
import { type Listening, listen } from './http/listening.ts'
import { withStaticFiles } from './http/static.ts'
import { everyMidnight } from './nightly.ts'
import type { NodePorts } from './node.ts'
import { prepareGround } from './postgres/ground.ts'
import { StartProblem } from './problem.ts'
import { readProvided } from './provided.ts'
import { Started } from './started.ts'
import { warmUp } from './warming.ts'

export interface Running {
  config: Config
  ports: NodePorts
  /** Requests that run are finished, what was typed is stored, then everything ends. */
  stop(): Promise<void>
  /** Resolves when the database ends without having been asked to. */
  lost: Promise<void>
}

export interface Serving {
  config: Config
  mail: Mail
  log: Log
  /** Makes what browsers load, where that is not done before the start. */
  build?: () => Promise<unknown>
  /** Before the first request is answered. */
  prepare?: (ports: NodePorts) => Promise<unknown>
}

const portProblem = (port: number) => (error: NodeJS.ErrnoException) => {
  throw new StartProblem(error.code === 'EACCES' ? 'port_forbidden' : 'port_taken', { port: String(port) })
}

/** What can be refused without having touched any data comes first. */
async function takePort({ dataDir, databaseUrl, port, hostname }: Config, gate: Gate, started: Started) {
  if (!databaseUrl && (await findEmbedded(dataDir))) throw new StartProblem('already_running', { folder: dataDir })
  const http = await listen(gate.fetch, port, hostname).catch(portProblem(port))
  started.add(() => http.close())
  return http
}

const hourly = 60 * 60 * 1000

/** Ends of terms and mandates come by the day; a mail server that was down is tried again within the hour. */
async function tellOfComingEnds(ports: NodePorts, { settings }: Config, started: Started) {
  const [{ tellOfEnds }, { endLetter }] = await Promise.all([
    import('../groups/reminders/sending.ts'),
    import('../groups/reminders/routes.tsx'),
  ])
  const tell = () => ports.defer(tellOfEnds(ports, endLetter(settings)))
  tell()
  const telling = setInterval(tell, hourly)
  started.add(() => clearInterval(telling))
}

function sweepHourly(ports: NodePorts, started: Started) {
  const sweeping = setInterval(() => {
    ports.defer(forgetEndedSessions(ports))
    ports.defer(sendLateGuestsOff(ports))
  }, hourly)
  started.add(() => clearInterval(sweeping))
  started.add(everyMidnight(() => ports.defer(sendLateGuestsOff(ports))))
  started.add(everyMidnight(() => ports.defer(clearVersions(ports))))
}

const everyMinute = 60 * 1000

/** What came together since the last mail goes out when the pause is over, whoever does or does not come by. */
async function mailHeldBack(ports: NodePorts, { settings }: Config, started: Started) {
  const [{ mailMentions }, { mentionLetter }] = await Promise.all([
    import('../documents/comments/notices.ts'),
    import('../documents/comments/routes.tsx'),
  ])
  const mailing = setInterval(() => ports.defer(mailMentions(ports, mentionLetter(settings))), everyMinute)
  started.add(() => clearInterval(mailing))
}

/** Rounds end and mails about them go out when it is time, whoever does or does not come by. */
async function keepTime(ports: NodePorts, { settings }: Config, started: Started) {
  const [
    { keepDates, keepRounds, mailAboutRounds, untilNextDeadline },
    { roundLetter },
    { sendings },
    { deferUndecided },
  ] = await Promise.all([
    import('../decisions/deadlines.ts'),
    import('../decisions/rounds/notices/routes.tsx'),
    import('../referrals/sending/sent-paper.ts'),
    import('../referrals/answers/deferring.ts'),
  ])
  const letter = roundLetter(settings)
  for (const keep of [() => keepRounds(ports, sendings, deferUndecided), () => mailAboutRounds(ports, letter)]) {
    started.add(watchDeadlines({ keep, next: () => untilNextDeadline(ports), log: ports.log }))
  }
  ports.defer(keepDates(ports))
  started.add(everyMidnight(() => ports.defer(keepDates(ports))))
}

/** Where a group has agreed to that, minutes to which nobody has objected in time are approved by it; looked at once a day. */
async function approveMinutes(ports: NodePorts, started: Started) {
  const { approveExpired } = await import('../meetings/minutes/approving.ts')
  ports.defer(approveExpired(ports))
  started.add(everyMidnight(() => ports.defer(approveExpired(ports))))
}

/** What is told of meetings and their minutes goes out at once, and again and again until the mail server takes it. */
async function mailAboutMeetings(ports: NodePorts, { settings }: Config, started: Started) {
  const [{ sendMeetingLetters }, { meetingLetter }, { sendMinutesLetters }, { minutesLetter }] = await Promise.all([
    import('../meetings/letters/sending.ts'),
    import('../meetings/letters/routes.tsx'),
    import('../meetings/minutes/mailing.ts'),
    import('../meetings/minutes/routes.tsx'),
  ])
  const [letter, minutes] = [meetingLetter(settings), minutesLetter(settings)]
  for (const keep of [() => sendMeetingLetters(ports, letter), () => sendMinutesLetters(ports, minutes)]) {
    started.add(watchDeadlines({ keep, next: async () => null, log: ports.log }))
  }
}

/** Whoever has taken something on is reminded of it before and after its day. */
async function remindPeople(ports: NodePorts, { settings }: Config, started: Started) {
  const [{ remindOfTasks }, { taskLetter }] = await Promise.all([
    import('../tasks/notices/sending.ts'),
    import('../tasks/notices/routes.tsx'),
  ])
  const keep = () => remindOfTasks(ports, taskLetter(settings))
  started.add(watchDeadlines({ keep, next: async () => null, log: ports.log }))
}

const stopping = (gate: Gate, ports: NodePorts, http: Listening, started: Started) => async () => {
  gate.close()
  await ports.rooms.close()
  ports.bus.endStreams()
  await http.close()
  await started.end()
}

/** The database gets ready in its own processes while the product is read here. */
async function prepareBoth(config: Config, log: Log, started: Started) {
  const [ground, { createApp }, { nodePorts }] = await Promise.all([
    prepareGround(config, log, started),
    import('../app.tsx'),
    import('./node.ts'),
  ])
  return { ...ground, createApp, nodePorts }
}

async function start({ config, mail, log, build, prepare }: Serving, started: Started): Promise<Running> {
  const gate = new Gate()
  const http = await takePort(config, gate, started)
  const [{ place, lost, createApp, nodePorts }] = await Promise.all([prepareBoth(config, log, started), build?.()])
  const provided = readProvided()
  const ports = await nodePorts({ place, mail, log })
  started.add(() => ports.end())
  await prepare?.(ports)
  await warmUp(ports, config.settings)
  sweepHourly(ports, started)
  await mailHeldBack(ports, config, started)
  await keepTime(ports, config, started)
  await approveMinutes(ports, started)
  await remindPeople(ports, config, started)
  await mailAboutMeetings(ports, config, started)
  await tellOfComingEnds(ports, config, started)
  started.add(await announce(config))
  gate.open(withStaticFiles(createApp(() => ports, config.settings, provided).fetch))
  return { config, ports, lost, stop: stopping(gate, ports, http, started) }
}

/** The whole server, or nothing of it: a step that fails takes back the ones before it. */
export async function serveProduct(serving: Serving): Promise<Running> {
  const started = new Started()
  return start(serving, started).catch(async (error) => {
    await started.end()
    throw error
  })
}
