/** Codes after which there is no coming back by itself. */
const signedOut = 4401
const removed = 4403

/**
 * `expired`: nobody is signed in here any more, for whatever reason. `signedOut`: somebody has ended this sign-in.
 * `closed`: nobody writes in this text any more.
 */
export type Ended = 'expired' | 'signedOut' | 'removed' | 'closed' | 'outdated'

export const endOf = (code: number): Ended | undefined =>
  code === signedOut ? 'signedOut' : code === removed ? 'removed' : undefined

const endOfStatus = (status: number): Ended | undefined =>
  status === 401 ? 'expired' : status === 404 ? 'removed' : undefined

const ask = (address: string, accept: string) => fetch(address, { headers: { Accept: accept } }).catch(() => null)

/** A refused handshake does not say why, so the same door is asked in a way that does. */
export async function whyRefused(address: string): Promise<Ended | undefined> {
  const answer = await ask(address, 'application/json')
  return answer ? endOfStatus(answer.status) : undefined
}

const schemaOn = (page: string): string | undefined =>
  new DOMParser().parseFromString(page, 'text/html').querySelector<HTMLElement>('kreislauf-editor')?.dataset.schema

/** The page as it would be now tells whether this one is too old, or whether nobody writes here any more. */
export async function whyOnlyReading(page: string, schema: string): Promise<Ended | undefined> {
  const answer = await ask(page, 'text/html')
  if (!answer) return undefined
  if (answer.redirected) return 'expired'
  if (answer.status === 403) return 'closed'
  if (!answer.ok) return endOfStatus(answer.status)
  return schemaOn(await answer.text()) === schema ? 'closed' : 'outdated'
}
