const keyOf = ({ me = '', document = '' }: DOMStringMap) => `kreislauf-mode-${me}-${document}`

/** Some browsers refuse the mere question. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

/**
 * Each person goes on in a text as they left it. Answers where to go instead, when the page was opened without saying how.
 */
export function rememberedMode({ dataset }: HTMLElement, { search }: Location): string | undefined {
  const key = keyOf(dataset)
  const asked = new URLSearchParams(search).get('mode')
  if (asked) storage()?.setItem(key, asked)
  return !asked && dataset.mode === 'write' && storage()?.getItem(key) === 'suggest' ? '?mode=suggest' : undefined
}
