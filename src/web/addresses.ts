export type Slugged = { slug: string }
export type Identified = { id: string }

export const inGroup = (group: Slugged, rest = '') => `/groups/${group.slug}${rest}`

/** What is not given is left out. */
export const withQuery = (path: string, query: Record<string, string | number | undefined>) => {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}
