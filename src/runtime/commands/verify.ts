import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { texts } from '#views/decisions/verify-texts.ts'
import { type KeptHead, readHead } from '../../decisions/chain/heads.ts'
import { type Verdict, verify as verifyRegister } from '../../decisions/chain/verifying.ts'
import type { Lang } from '../../web/locale.ts'
import { findRunning } from '../announcement.ts'
import { readDataPlace } from '../config.ts'
import { openDataFolder, socketFolderOf } from '../postgres/data-folder.ts'
import { checkServer, openDatabase, type Place, socketPlace } from '../postgres/database.ts'
import { startPostgres } from '../postgres/server.ts'
import { StartProblem } from '../problem.ts'
import { Started } from '../started.ts'
import { complain, complainAboutStart, say, wordsOf } from './terminal.ts'

interface Wish {
  lang: Lang
  /** As it was typed. */
  head: string | undefined
  json: boolean
}

/** Whole books take a while, and nobody waits for them but whoever asked. */
const patience = 10 * 60_000

const whole = 0
const broken = 1
const unchecked = 2

/** Rows of a real server before those of a demo, which may lie beside them. */
function rowsIn(dataDir: string): string {
  const folder = ['postgres', 'demo'].map((name) => join(dataDir, name)).find((path) => existsSync(path))
  if (!folder) throw new StartProblem('nothing_there', { folder: dataDir })
  return folder
}

/** The database of a data folder: the one that a server has opened, or opened here for the while. */
async function placeIn(dataDir: string, started: Started): Promise<Place> {
  if ((await findRunning(dataDir))?.embedded) return socketPlace(socketFolderOf(dataDir))
  const data = rowsIn(dataDir)
  const { socket, leave } = await openDataFolder(dataDir)
  started.add(leave)
  const postgres = await startPostgres({ data, socket })
  started.add(postgres.stop)
  return postgres.place
}

async function placeOf(started: Started): Promise<Place> {
  const { dataDir, databaseUrl: url } = readDataPlace(process.env)
  if (!url) return placeIn(dataDir, started)
  await checkServer({ url })
  return { url }
}

async function judge(kept: KeptHead | undefined): Promise<Verdict> {
  const started = new Started()
  try {
    const { db, end } = openDatabase(await placeOf(started), 1, patience)
    started.add(end)
    return await verifyRegister(db, kept)
  } finally {
    await started.end()
  }
}

/** Drizzle wraps what the database says. */
const isWithoutRegister = ({ cause }: Error) => cause instanceof Error && 'code' in cause && cause.code === '42P01'

function complainAbout(lang: Lang, error: Error): number {
  const said = isWithoutRegister(error) ? new StartProblem('no_register') : error
  complainAboutStart(wordsOf(lang), said, 'failed')
  return unchecked
}

const isWhole = ({ problem, kept }: Verdict) => problem === null && kept !== 'not_found'

function tell({ entries, head, problem, erased, kept }: Verdict, { lang, head: typed = '' }: Wish) {
  const t = texts[lang]
  if (problem) complain(`${t.broken({ count: entries })}\n${t.problems[problem.code](problem)}`)
  else say(t.whole({ count: entries, head: head ? `${head.seq}:${head.hash}` : '' }))
  if (erased > 0) say(t.erased({ count: erased }))
  if (kept === 'found') say(t.keptFound({ head: typed }))
  if (kept === 'not_found') complain(t.keptLost({ head: typed }))
}

/** Says whether the register is what was entered: computed anew, read-only. 0 = whole, 1 = not, 2 = could not be checked. */
export async function verify(wish: Wish): Promise<number> {
  const kept = wish.head === undefined ? undefined : readHead(wish.head)
  if (kept === null) {
    complain(texts[wish.lang].noHead)
    return unchecked
  }
  return judge(kept).then(
    (verdict) => {
      if (wish.json) say(JSON.stringify({ whole: isWhole(verdict), ...verdict }, null, 2))
      else tell(verdict, wish)
      return isWhole(verdict) ? whole : broken
    },
    (error) => complainAbout(wish.lang, error),
  )
}
