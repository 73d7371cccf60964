import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { skimUpdate } from './guard/reading.ts'
import type { Section, Stretch } from './guard/struct.ts'

/** All runs of one client, in order, or all deletions among them: as the bytes in which they came. */
interface Strand {
  client: number
  count: number
  /** The clock up to which they reach. */
  end: number
  chunks: Uint8Array[]
}

/** More of them are joined, before the many small pieces take more room than what is in them. */
const manyChunks = 1_000

/**
 * A text as bytes that are only ever put one behind the other. What somebody lacks can be put together at the speed of
 * copying, where `Y.mergeUpdates` and `Y.diffUpdate` decode and encode every letter.
 */
export class Assembly {
  readonly #runs = new Map<number, Strand>()
  readonly #deletions = new Map<number, Strand>()
  #chunks = 0

  /** False, and nothing is added, when it does not follow on what is here, so that they have to be merged. */
  add(bytes: Uint8Array): boolean {
    const { sections, deletionsBy } = skimUpdate(bytes)
    const fresh = sections.filter(({ client, end }) => end > this.#endOf(client))
    if (!fresh.every((section) => this.#follows(section))) return false
    for (const section of fresh) this.#append(this.#runs, section, section.end, bytes)
    for (const stretch of deletionsBy) this.#append(this.#deletions, stretch, 0, bytes)
    if (this.#chunks > manyChunks) this.#join()
    return true
  }

  vector(): Map<number, number> {
    return new Map([...this.#runs.values()].map(({ client, end }) => [client, end]))
  }

  /** What somebody lacks who has this; deletions are told in full, as Yjs does. */
  since(vector: Map<number, number>): Uint8Array {
    const lacking = this.#sorted().filter(({ client, end }) => (vector.get(client) ?? 0) < end)
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, lacking.length)
      for (const strand of lacking) writeRuns(encoder, strand, vector.get(strand.client))
      encoding.writeVarUint(encoder, this.#deletions.size)
      for (const strand of this.#deletions.values()) writeDeletions(encoder, strand)
    })
  }

  /** Everything. From here on the pieces are parts of that, so that nothing is held twice. */
  whole(): Uint8Array {
    const places: [Strand, from: number, to: number][] = []
    const whole = encoding.encode((encoder) => {
      const write = (strand: Strand, start?: number) => {
        writeHead(encoder, strand, start)
        const from = encoding.length(encoder)
        writeChunks(encoder, strand)
        places.push([strand, from, encoding.length(encoder)])
      }
      encoding.writeVarUint(encoder, this.#runs.size)
      for (const strand of this.#sorted()) write(strand, 0)
      encoding.writeVarUint(encoder, this.#deletions.size)
      for (const strand of this.#deletions.values()) write(strand)
    })
    for (const [strand, from, to] of places) strand.chunks = [whole.subarray(from, to)]
    this.#chunks = 0
    return whole
  }

  #sorted(): Strand[] {
    return [...this.#runs.values()].sort((one, other) => other.client - one.client)
  }

  #endOf(client: number): number {
    return this.#runs.get(client)?.end ?? 0
  }

  #follows({ client, start, isHoled }: Section): boolean {
    return !isHoled && start === this.#endOf(client)
  }

  #append(to: Map<number, Strand>, { client, count, from, to: end }: Stretch, clock: number, bytes: Uint8Array): void {
    const strand = to.get(client) ?? { client, count: 0, end: 0, chunks: [] }
    to.set(client, strand)
    strand.count += count
    strand.end = clock
    strand.chunks.push(bytes.subarray(from, end))
    this.#chunks += 1
  }

  #join(): void {
    const strands = [...this.#runs.values(), ...this.#deletions.values()]
    for (const strand of strands) strand.chunks = [joined(strand.chunks)]
    this.#chunks = 0
  }
}

const joined = (chunks: Uint8Array[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const chunk of chunks) encoding.writeUint8Array(encoder, chunk)
  })

const writeChunks = (encoder: encoding.Encoder, { chunks }: Strand) => {
  for (const chunk of chunks) encoding.writeUint8Array(encoder, chunk)
}

/** Runs say where they start. */
function writeHead(encoder: encoding.Encoder, { count, client }: Strand, start?: number): void {
  if (start !== undefined) encoding.writeVarUint(encoder, count)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, start ?? count)
}

function writeDeletions(encoder: encoding.Encoder, strand: Strand): void {
  writeHead(encoder, strand)
  writeChunks(encoder, strand)
}

function writeRuns(encoder: encoding.Encoder, strand: Strand, from = 0): void {
  if (from > 0) writeRest(encoder, strand, from)
  else {
    writeHead(encoder, strand, 0)
    writeChunks(encoder, strand)
  }
}

/** A run may have to be cut in two, which Yjs knows how to do. */
function writeRest(encoder: encoding.Encoder, strand: Strand, from: number): void {
  const alone = encoding.encode((update) => {
    encoding.writeVarUint(update, 1)
    writeRuns(update, strand, 0)
    encoding.writeVarUint(update, 0)
  })
  const rest = Y.diffUpdate(alone, Y.encodeStateVector(new Map([[strand.client, from]])))
  // Without the number of sections before it and that of deletions behind it.
  encoding.writeUint8Array(encoder, rest.subarray(1, -1))
}
