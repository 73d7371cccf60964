import type { Database } from '../../db/database.ts'
import { alliances } from '../../groups/schema.ts'
import { createSetUpLink } from '../../identity/sign-in.ts'
import { paths } from '../../paths.ts'
import { type Config, isLocal, readConfig } from '../config.ts'
import { jsonLog } from '../log.ts'
import { noMail, smtpMail } from '../mail.ts'
import type { Running } from '../serving.ts'
import { live } from './life.ts'
import { complain, complainAboutFaults, say } from './terminal.ts'
import type { Words } from './texts.ts'

export const isEmpty = async (db: Database) => (await db.select().from(alliances).limit(1)).length === 0

function warn({ settings, mail }: Config, words: Words) {
  if (!mail) complain(words.noMail)
  if (settings.publicUrl.startsWith('http:') && !isLocal(settings.publicUrl)) complain(words.plainHttp)
}

const greeting =
  (words: Words) =>
  async ({ config, ports }: Running) => {
    const { publicUrl } = config.settings
    say(words.ready({ url: publicUrl }))
    if (await isEmpty(ports.db)) {
      say(words.setUp({ url: publicUrl + paths.setUp(await createSetUpLink(ports.db)) }))
    }
  }

/** The real server: nothing of the sample, no mailbox, no kit. */
export async function start(words: Words): Promise<number> {
  const read = readConfig('production', process.env)
  if ('faults' in read) {
    complainAboutFaults(words, read.faults)
    return 1
  }
  const { config } = read
  warn(config, words)
  const mail = config.mail ? smtpMail(config.mail) : noMail()
  return live({ config, mail, log: jsonLog() }, words, greeting(words))
}
