/** Windows keeps these for devices, whatever comes after the dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

const longest = 80

/**
 * Speaking and safe on every system (SECURITY S-62): letters of any language, figures, and single hyphens between them;
 * two texts with the same title differ by what is added.
 */
export function fileName(title: string, addition: string, extension: string): string {
  const added = spoken(addition)
  const room = longest - added.length
  const short = Array.from(spoken(title)).slice(0, room).join('').replace(/-+$/, '')
  const name = [short, added].filter((part) => part !== '').join('-')
  const safe = name === '' || devices.test(name) ? ['Text', name].filter((part) => part !== '').join('-') : name
  return `${safe}.${extension}`
}

const spoken = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

const plain: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS' }

const ascii = (name: string) =>
  name
    .replace(/[äöüÄÖÜßẞ]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.-]/g, '_')

/** For a download, also for browsers that know only plain letters. */
export const attachmentNamed = (name: string): string =>
  `attachment; filename="${ascii(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`
