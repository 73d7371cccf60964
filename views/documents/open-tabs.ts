/** What the tabs of this device tell each other. */
export interface TabNews {
  /** This person is no longer signed in: nothing of theirs is kept any more. */
  signedOut?: string
  /** From now on nothing is kept here. */
  keepNothing?: true
}

const name = 'kreislauf'

const channel = () => ('BroadcastChannel' in window ? new BroadcastChannel(name) : null)

export function tellTabs(news: TabNews): void {
  const line = channel()
  line?.postMessage(news)
  line?.close()
}

/** Returns what ends the listening. */
export function hearTabs(hear: (news: TabNews) => void): () => void {
  const line = channel()
  line?.addEventListener('message', ({ data }) => hear(data as TabNews))
  return () => line?.close()
}
