import { createSignInLink } from '../../identity/sign-in.ts'
import { paths } from '../../paths.ts'
import type { Lang } from '../../web/locale.ts'
import { isLocal, readConfig } from '../config.ts'
import { jsonLog } from '../log.ts'
import { keptMail } from '../mail.ts'
import type { NodePorts } from '../node.ts'
import type { Running } from '../serving.ts'
import { live } from './life.ts'
import { isEmpty } from './start.ts'
import { complain, complainAboutFaults, say, wordsOf } from './terminal.ts'

interface Guest {
  id: string
  name: string
  /** What to try, in one sentence. */
  words: string
}

/** What the demo shows stands above this folder and is handed in. */
export interface Sample {
  build(): Promise<unknown>
  load(ports: NodePorts, now: Date): Promise<unknown>
  guests(ports: NodePorts, lang: Lang): Promise<Guest[]>
}

const halfADay = 12 * 60

const signInUrl = async ({ config, ports }: Running, { id }: Guest) =>
  config.settings.publicUrl + paths.signInLink(await createSignInLink(ports.db, id, halfADay))

const greeting = (lang: Lang, sample: Sample) => async (running: Running) => {
  const words = wordsOf(lang)
  const { publicUrl } = running.config.settings
  say(`\n  ${words.ready({ url: publicUrl })}\n  ${words.mailbox({ url: publicUrl + paths.mailbox() })}\n`)
  say(`  ${words.signInAs}\n`)
  for (const guest of await sample.guests(running.ports, lang)) {
    say(`  ${guest.name} ${guest.words}\n  ${await signInUrl(running, guest)}\n`)
  }
  say(`  ${words.stopHint}`)
}

/** Requests would scroll the links away, so only what goes wrong is written. */
function quietLog() {
  const log = jsonLog((line) => process.stderr.write(line))
  return { ...log, info: () => undefined }
}

/** The sample alliance, kept in the data folder from start to start. */
export async function demo(lang: Lang, sample: Sample): Promise<number> {
  const read = readConfig('demo', process.env)
  if ('faults' in read) {
    complainAboutFaults(wordsOf(lang), read.faults)
    return 1
  }
  const prepare = async (ports: NodePorts) => {
    if (await isEmpty(ports.db)) await sample.load(ports, new Date())
  }
  if (!isLocal(read.config.settings.publicUrl)) complain(wordsOf(lang).openDemo)
  const serving = { config: read.config, mail: keptMail(), log: quietLog(), build: sample.build, prepare }
  return live(serving, wordsOf(lang), greeting(lang, sample))
}
