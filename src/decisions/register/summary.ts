const longest = 300

/** A wording that is one short sentence says it itself; nobody has to write it twice. */
export function sentenceIn(wording: string): string | null {
  const words = wording.trim()
  return words.length > 0 && words.length <= longest && !words.includes('\n') ? words : null
}

interface Said {
  title: string
  wording: string
  summary: string
}

/** In one plain sentence, as the register needs it (`DOMAIN.md 5.3`); null where nobody has written one. A title is none. */
export const summaryOf = ({ title, wording, summary }: Said): string | null => {
  const written = summary.trim()
  return written && (written !== title || written === wording) ? written : sentenceIn(wording)
}
