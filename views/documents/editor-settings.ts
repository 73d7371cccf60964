/** How quotes come out that are typed as on a typewriter. */
export const quoteStyles = ['de', 'en', 'none'] as const
export type QuoteStyle = (typeof quoteStyles)[number]

export interface WritingSettings {
  quotes: QuoteStyle
  /** Whether what others do is read out. */
  hear: boolean
}

const key = 'kreislauf-writing'
const usual: WritingSettings = { quotes: 'de', hear: true }

/** Some browsers refuse the mere question. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function read(kept: string | null | undefined): WritingSettings {
  const [quotes, hear] = (kept ?? '').split(' ')
  return {
    quotes: quoteStyles.find((style) => style === quotes) ?? usual.quotes,
    hear: hear !== 'silent',
  }
}

let known: WritingSettings | undefined

/** As chosen on this device. */
export function writingSettings(): WritingSettings {
  known ??= read(storage()?.getItem(key))
  return known
}

export function choose(changed: Partial<WritingSettings>): void {
  known = { ...writingSettings(), ...changed }
  storage()?.setItem(key, `${known.quotes} ${known.hear ? 'heard' : 'silent'}`)
}
