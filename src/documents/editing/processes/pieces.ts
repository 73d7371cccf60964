/** Cuts a list into pieces that are at most this large together; what is larger by itself is left out. */
export function inPieces<T>(items: Iterable<T>, sizeOf: (item: T) => number, largest: number): T[][] {
  const pieces: T[][] = []
  let room = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (size > largest) continue
    if (size > room) {
      pieces.push([])
      room = largest
    }
    pieces.at(-1)?.push(item)
    room -= size
  }
  return pieces
}
