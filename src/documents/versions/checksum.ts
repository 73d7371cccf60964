/** The same facts always give the same text, in whatever order they were stored. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${sorted.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(',')}}`
}

/** SHA-256, hex, over title and content (`DOMAIN.md 3.5`): anybody can compute it again from the frozen version. */
export const checksumOf = ({ title, content }: { title: string; content: unknown }): Promise<string> =>
  hexOf(canonicalJson({ title, content }))

/** Of the words alone, whatever they are called. */
export const contentChecksum = (content: unknown): Promise<string> => hexOf(canonicalJson(content))

async function hexOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
