/** Of a picture, in units that are pixels on a phone of 390: everything in it stands between these. */
export const width = 360

/** As wide as letters of the interface are on the average, at sixteen units. */
const letter = 8.4

export const widthOf = (words: string) => words.length * letter

/** Words that fit into a line; what is cut off is said whole in the table beside the picture. */
export function cut(words: string, room: number): string {
  const letters = Math.floor(room / letter)
  return words.length <= letters ? words : `${words.slice(0, Math.max(1, letters - 1)).trimEnd()}…`
}

/** Pictures of a page each, so that none of them is torn apart in print. */
export const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size))
