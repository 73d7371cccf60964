const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** A run of letters; `fresh` is marked. */
export interface Run {
  text: string
  fresh: boolean
}

export interface WordsFile {
  lang: string
  title: string
  /** What is not sent, first. */
  lead: string
  passages: string[]
  whole?: { lead: string; blocks: { level: number; runs: Run[] }[] }
}

const marked = ({ text, fresh }: Run) => (fresh ? `<mark>${escaped(text)}</mark>` : escaped(text))

const paragraph = ({ level, runs }: { level: number; runs: Run[] }) => {
  const name = level > 0 ? `h${Math.min(6, level + 2)}` : 'p'
  return `<${name}>${runs.map(marked).join('').replaceAll('\n', '<br>')}</${name}>`
}

/** A page that every browser and every word processor opens. */
export function writeFile({ lang, title, lead, passages, whole }: WordsFile): string {
  const listed = passages.map((passage) => `<li>${escaped(passage)}</li>`).join('\n')
  const all = whole ? `<hr>\n<p><em>${escaped(whole.lead)}</em></p>\n${whole.blocks.map(paragraph).join('\n')}` : ''
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><h1>${escaped(title)}</h1>
<h2>${escaped(lead)}</h2>
<ul>
${listed}
</ul>
${all}
</body></html>
`
}

const unusable = /[^\p{L}\p{N} _-]+/gu

/** Hands it to the browser as a download. */
export function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/html;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name.replace(unusable, ' ').replace(/ +/g, ' ').trim().slice(0, 80)}.html`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
