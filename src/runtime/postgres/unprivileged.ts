import { execFile } from 'node:child_process'
import { chown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root, and looks this number up in the list of users: on every system it is `nobody`. */
const nobody = 65534

/** Words to put in front of a command. */
export interface Wrapper {
  prefix: string[]
  /** Who owns the files that the command writes. */
  uid: number
}

const works = async (command: string[]) => {
  const [program = '', ...args] = command
  return run(program, [...args, 'true']).then(
    () => true,
    () => false,
  )
}

/** Database ends in good order when this process is gone, however it went. */
const withParent = ['setpriv', '--pdeathsig', 'INT']

/** Inside a user namespace root looks like nobody to PostgreSQL, while its files go on belonging to root. */
const inNamespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, ...withParent]

/**
 * Where namespaces are forbidden: really nobody, who may still enter folders that only root can open. PostgreSQL asks
 * access(2) for its own programs, which forgets that right of a user without the last setting.
 */
const asNobody = [
  'setpriv',
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  ...['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'],
  ...['--securebits', '+no_setuid_fixup'],
  ...['--pdeathsig', 'INT'],
]

/** How to start PostgreSQL here: as the present user, or, for root, as somebody with fewer rights. */
export async function unprivileged(): Promise<Wrapper | undefined> {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return { prefix: (await works(withParent)) ? withParent : [], uid }
  if (await works(inNamespace)) return { prefix: inNamespace, uid }
  if (await works(asNobody)) return { prefix: asNobody, uid: nobody }
  return undefined
}

/** Between two starts the way of starting may have changed, and with it the owner that PostgreSQL expects. */
export async function handOver(folder: string, uid: number): Promise<void> {
  if (process.getuid?.() !== 0) return
  const owner = (await lstat(folder)).uid
  if (owner === uid || (owner !== 0 && owner !== nobody)) return
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, uid)
  await chown(folder, uid, uid)
}
