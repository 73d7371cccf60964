/** Somebody who can be called in a remark. */
export interface Callable {
  id: string
  name: string
}

/** Words as they are stored, and whom they call. */
export interface Called {
  words: string
  ids: string[]
}

const firstName = (name: string) => name.split(' ')[0] ?? name

const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase('de')

interface Spelling {
  spelt: string
  ids: string[]
}

/** The longest first, so that "@Anna Lena Voss" is not taken for "@Anna". */
function spellingsOf(people: Callable[]): Spelling[] {
  const spelt = new Map<string, string[]>()
  for (const { id, name } of people)
    for (const way of new Set([folded(name), folded(firstName(name))])) spelt.set(way, [...(spelt.get(way) ?? []), id])
  return [...spelt].map(([way, ids]) => ({ spelt: way, ids })).sort((a, b) => b.spelt.length - a.spelt.length)
}

const endsHere = (rest: string, length: number) => !/^[\p{L}\p{N}]/u.test(rest.slice(length))

const calledBy = (rest: string, spellings: Spelling[]) =>
  spellings.find(({ spelt }) => folded(rest.slice(0, spelt.length)) === spelt && endsHere(rest, spelt.length))

/** After a letter it is part of an address. */
const calling = /(?<![\p{L}\p{N}])@/gu

/**
 * Replaces "@Tarek Lindhövel", and "@Tarek" where only one is called so, by the id: a name may change, and nobody is
 * called who is not among these people. What looks like such an id was typed by somebody and stays words.
 */
export function callPeople(typed: string, people: Callable[]): Called {
  const spellings = spellingsOf(people)
  const ids = new Set<string>()
  let words = ''
  let at = 0
  for (const { index } of typed.matchAll(calling)) {
    const found = index < at ? undefined : calledBy(typed.slice(index + 1), spellings)
    const [id, ...others] = found?.ids ?? []
    if (!found || !id || others.length > 0) continue
    words += `${typed.slice(at, index)}@{${id}}`
    at = index + 1 + found.spelt.length
    ids.add(id)
  }
  return { words: words + typed.slice(at), ids: [...ids] }
}

/** A piece of a remark: words, or somebody who is called. */
export type Piece = string | Callable

const written = /@\{([0-9a-f-]{36})\}/g

/** Only those who really are called get a name; everything else stays as it was typed. */
export function piecesOf(words: string, called: Callable[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { index, 0: whole, 1: id } of words.matchAll(written)) {
    const person = called.find((one) => one.id === id)
    if (!person) continue
    pieces.push(words.slice(at, index), person)
    at = index + whole.length
  }
  return [...pieces, words.slice(at)].filter((piece) => piece !== '')
}

/** As it is typed, for changing it. */
export const spokenOf = (pieces: Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `@${piece.name}`)).join('')
