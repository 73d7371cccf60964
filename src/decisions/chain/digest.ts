import { canonical, type Plain } from './canonical.ts'

const encoded = (text: string) => new TextEncoder().encode(text)

/** SHA-256 over these bytes, one behind the other. */
export async function digest(...parts: Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Of what may be known to everybody and is only too long to be written out. */
export const digestOf = async (value: Plain): Promise<string> => hex(await digest(encoded(canonical(value))))

/** What the first entry follows. */
export const beginning = new Uint8Array(32)

/** Each entry hangs on the one before. */
export const linked = (previous: Uint8Array, written: string): Promise<Uint8Array> => digest(previous, encoded(written))

export const newSalt = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32))

/** Says nothing about the value to whoever has not got the salt, and cannot be made to fit another one (SECURITY S-85). */
export const commitment = async (salt: Uint8Array, field: string, value: Plain): Promise<string> =>
  hex(await digest(salt, encoded(canonical([field, value]))))
