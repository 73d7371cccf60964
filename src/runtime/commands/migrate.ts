import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { jsonLog } from '../log.ts'
import { prepareGround } from '../postgres/ground.ts'
import { Started } from '../started.ts'
import { complainAboutFaults, complainAboutStart, say } from './terminal.ts'
import type { Words } from './texts.ts'

async function bringUp(config: Config): Promise<void> {
  const started = new Started()
  try {
    await prepareGround(config, jsonLog(), started)
  } finally {
    await started.end()
  }
}

/** Only the database, for those who want to do it before the start. */
export async function migrate(words: Words): Promise<number> {
  const read = readConfig('production', process.env)
  if ('faults' in read) {
    complainAboutFaults(words, read.faults)
    return 1
  }
  return bringUp(read.config).then(
    () => {
      say(words.migrated)
      return 0
    },
    (error) => {
      complainAboutStart(words, error, 'failed')
      return 1
    },
  )
}
