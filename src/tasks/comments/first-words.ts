/** A title is to be read at a glance. */
const longest = 80

const onWords = (line: string) => `${line.slice(0, longest - 2).replace(/\s+\S*$/, '')} …`

/** The first sentence of what somebody said, or as many of its words as a title holds. */
export function firstWords(said: string): string {
  const [line = ''] = said.trim().split(/\s*\n\s*/)
  const [sentence = line] = /^.{12,}?[.?!](?=\s)/u.exec(line) ?? []
  const title = sentence.replace(/\s+/g, ' ').replace(/\.$/, '')
  return title.length <= longest ? title : onWords(title)
}

/** As long as the details of a task may be, with room for the quotes around it. */
const longestQuote = 4_900

/** What does not stand in the title already. */
export function quotedWords(said: string, title: string): string {
  const words = said.trim()
  if (words.replace(/\.$/, '') === title) return ''
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote)} …`
}
