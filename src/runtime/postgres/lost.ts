import type { Sql, TransactionSql } from 'postgres'

type Work = (tx: TransactionSql) => unknown

/** So long it takes until the end of a connection, which what was asked over it hears of first, is known everywhere. */
const moment = 5

/** From then on nothing more is asked over it. */
function untilLost(tx: TransactionSql, isLost: () => boolean): TransactionSql {
  const { unsafe } = tx
  tx.unsafe = ((...asked: Parameters<typeof unsafe>) => {
    if (isLost()) throw new Error('The connection ended in the middle of a transaction')
    return unsafe(...asked)
  }) as typeof unsafe
  return tx
}

/** Whoever waits for it has heard of the loss already; that it is to be rolled back is nobody's business any more. */
const settledUnlessLost = (work: Promise<unknown>, isLost: () => boolean) =>
  new Promise((resolve, reject) => {
    const unlessLost = (tell: () => void) => {
      if (!isLost()) tell()
    }
    work.then(
      (value) => unlessLost(() => resolve(value)),
      (problem) => setTimeout(() => unlessLost(() => reject(problem)), moment),
    )
  })

/**
 * When the database is restarted or the line is cut, a transaction fails, and nothing else happens. The driver by itself
 * asks on over the connection that is gone, which ends the process; or, once that has come back for somebody else, in
 * the middle of their transaction.
 */
export function failWhenLost<Client extends Sql>(client: Client): Client {
  const begin = client.begin as (work: Work) => Promise<unknown>
  const guarded = (work: Work) => {
    let isOver = false
    const isLost = () => isOver
    const run = async (tx: TransactionSql) => work(untilLost(tx, isLost))
    return begin((tx) => settledUnlessLost(run(tx), isLost)).finally(() => {
      isOver = true
    })
  }
  return Object.assign(client, { begin: guarded })
}
