/** What the tabs of this device tell each other. */
export interface TabNews {
  /** This person is no longer signed in: nothing of theirs is kept any more. */
  signedOut?: string
  /** From now on nothing is kept here. */
  keepNothing?: true
  /** There is something new in this copy of a text. */
  written?: string
}

const name = 'kreislauf'

const channel = () => ('BroadcastChannel' in window ? new BroadcastChannel(name) : null)

export function tellTabs(news: TabNews): void {
  const line = channel()
  line?.postMessage(news)
  line?.close()
}

/** What is told through it reaches the others, not the one who tells. */
export interface TabLine {
  tell(news: TabNews): void
  end(): void
}

export function hearTabs(hear: (news: TabNews) => void): TabLine {
  const line = channel()
  line?.addEventListener('message', ({ data }) => hear(data as TabNews))
  return { tell: (news) => line?.postMessage(news), end: () => line?.close() }
}
