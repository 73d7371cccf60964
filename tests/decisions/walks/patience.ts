import type postgres from 'postgres'

const patience = 120_000

/** Who is at work, and whom they are waiting for. */
const atWork = (admin: postgres.Sql) => admin`
  select pid, pg_blocking_pids(pid) as "waitsFor", state, wait_event as "wait", left(query, 200) as query
  from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`

/** Nothing takes that long unless it hangs; then this says on what. */
export async function withinPatience<T>(admin: postgres.Sql, work: Promise<T>): Promise<T> {
  const waiting = Promise.withResolvers<never>()
  const timer = setTimeout(async () => {
    waiting.reject(new Error(`It hangs: ${JSON.stringify(await atWork(admin))}`))
  }, patience)
  return Promise.race([work, waiting.promise]).finally(() => clearTimeout(timer))
}
