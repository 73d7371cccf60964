const base = 'http://own.invalid'

/** Where to go on to: a path of ours, judged by the parser that browsers use too, or else the start page. */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || wanted.length > 2000 || !URL.canParse(wanted, base)) return '/'
  const url = new URL(wanted, base)
  if (url.origin !== base || url.username || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search
}
