type Named = { id: string; name: string }

const isWord = (text: string, word: string): boolean =>
  new RegExp(`(^|[^\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}([^\\p{L}]|$)`, 'u').test(text)

const firstName = (name: string) => name.split(' ')[0] ?? name

/** Whom a line names, by the whole name or a first name that only one of them has: nobody has to choose them again. */
export function namedIn(text: string, members: Named[]): string[] {
  const isOnlyOne = (first: string) => members.filter(({ name }) => firstName(name) === first).length === 1
  return members
    .filter(({ name }) => isWord(text, name) || (isOnlyOne(firstName(name)) && isWord(text, firstName(name))))
    .map(({ id }) => id)
}
