const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** 160 bits without letters that look alike, so that a link can also be typed off a screen. */
export const newToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => alphabet[byte % alphabet.length]).join('')

/** What is stored instead of a secret: SHA-256, hex. */
export async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
