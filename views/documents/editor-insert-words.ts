const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How well something fits what was typed: by its name, by another word for it, or not at all. */
export function closeness(words: string, typed: string): number {
  const all = plain(words)
  const [name = '', ...others] = all.split(' ')
  const wanted = plain(typed.trim())
  // Some names are of several words, which somebody may go on typing.
  if (wanted === '' || all.startsWith(wanted)) return 2
  return others.some((other) => other.startsWith(wanted)) || name.includes(wanted) ? 1 : 0
}
