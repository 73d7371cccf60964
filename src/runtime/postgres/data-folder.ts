import { createHash } from 'node:crypto'
import { access, constants, lstat, mkdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartProblem } from '../problem.ts'
import { takeLock } from './lock.ts'

export interface DataFolder {
  /** For the sockets of the database and of the lock. */
  socket: string
  leave(): Promise<unknown>
}

/** The system cuts the path of a socket at 107 bytes, and PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const longest = 85

/** Follows from the place of the data, so that a copied folder finds its own. */
export const socketFolderOf = (dataDir: string) => {
  const inside = join(dataDir, 'run')
  if (Buffer.byteLength(inside) <= longest) return inside
  return join(tmpdir(), `kreislauf-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
}

/** Who has the rows in the data folder holds the one without a port; servers on a database elsewhere have one each. */
export const lockOf = (dataDir: string, port?: number) =>
  join(socketFolderOf(dataDir), port === undefined ? 'lock' : `lock-${port}`)

const refuse = (folder: string) => (error: NodeJS.ErrnoException) => {
  const isFile = error.code === 'EEXIST' || error.code === 'ENOTDIR'
  throw new StartProblem(isFile ? 'data_folder_is_a_file' : 'data_folder_unwritable', { folder })
}

/** Node's own recursive form never ends where a file system answers as /proc does. */
async function makeWithParents(folder: string): Promise<void> {
  const make = () => mkdir(folder, { mode: 0o700 })
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeWithParents(dirname(folder))
    await make()
  })
}

export async function makeDataFolder(folder: string): Promise<void> {
  await makeWithParents(folder).catch(refuse(folder))
  await access(folder, constants.W_OK).catch(refuse(folder))
}

/** In the folder for temporary files anybody could have made it first. */
async function makeSocketFolder(folder: string): Promise<void> {
  await makeDataFolder(folder)
  const { uid, mode } = await lstat(folder)
  if (uid !== (process.getuid?.() ?? uid) || mode & 0o077) {
    throw new StartProblem('data_folder_of_somebody_else', { folder })
  }
}

/** The folders that are shared by whatever runs on this data folder. */
export async function makeFolders(dataDir: string): Promise<string> {
  const socket = socketFolderOf(dataDir)
  await makeDataFolder(dataDir)
  await makeSocketFolder(socket)
  return socket
}

/** Takes the data folder and the rows in it for this process, or says why it cannot. */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const socket = await makeFolders(dataDir)
  const leave = await takeLock(lockOf(dataDir))
  if (!leave) throw new StartProblem('already_running', { folder: dataDir })
  return { socket, leave }
}
