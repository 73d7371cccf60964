const complaint = /the text `\\?"(.+?)\\?"` could not be displayed/gu

/** As the typesetter writes what cannot be seen: `\u{10ffff}`, with one backslash or two. */
const written = (sign: string) =>
  sign.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_whole, code) => String.fromCodePoint(Number.parseInt(code, 16)))

/** The signs that no font has, each once, out of what the typesetter says about them. */
export const signsIn = (refusal: string): string[] => [
  ...new Set(Array.from(refusal.matchAll(complaint), ([, sign = '']) => written(sign))),
]

const box = '□'

const code = (sign: string) => Array.from(sign, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('')

/** A box for every sign that is lost; what is one picture of several signs has one box. */
export function boxed(text: string, lost: string[]): string {
  const signs = lost.filter((sign) => !/\p{Cf}|\p{Mn}/u.test(sign)).map(code)
  const sign = signs.length > 0 ? `(?:${signs.join('|')})\\u{fe0f}?` : '(?!)'
  const hidden = lost.filter((one) => /\p{Cf}|\p{Mn}/u.test(one)).map(code)
  const alone = hidden.length > 0 ? hidden.join('|') : '(?!)'
  return text.replace(new RegExp(`${sign}(?:\\u{200d}${sign})*`, 'gu'), box).replace(new RegExp(alone, 'gu'), '')
}
