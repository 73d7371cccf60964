const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How well something fits what was typed: by its name, by another word for it, or not at all. */
export function closeness(words: string, typed: string): number {
  const [name = '', ...others] = plain(words).split(' ')
  const wanted = plain(typed.trim())
  if (wanted === '' || name.startsWith(wanted)) return 2
  return others.some((other) => other.startsWith(wanted)) || name.includes(wanted) ? 1 : 0
}
