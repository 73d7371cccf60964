import type { ComparisonTable } from './table.ts'

/** Programs that calculate take these for the beginning of a formula (`SECURITY.md S-54`). */
const isFormula = /^[\s\p{C}]*[=+\-@\t\r＝＋－＠]/u

const harmless = (text: string) => (isFormula.test(text) ? `'${text}` : text)

const quoted = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`

/** RFC 4180 with the separator that programs set to German expect; the mark in front tells them that it is UTF-8. */
export const csvOf = ({ head, rows }: ComparisonTable): string =>
  `\uFEFF${[head, ...rows.map((row) => row.map(({ text }) => text))]
    .map((line) => `${line.map(quoted).join(';')}\r\n`)
    .join('')}`
