import type { CreditedSource } from '#src/documents/authorship/authorship.ts'
import type { Locale } from '#src/web/locale.ts'
import { initials } from '../kit/people.tsx'
import { texts } from './authorship-texts.ts'

/** How a source is told apart: by letters, by the kind of line, and by colour as the third. */
export interface Sign {
  anchor: string
  letters: string
  name: string
  /** One of six colours; the seventh person shares one, but not the line. What nobody here wrote has none. */
  colour?: number
  line?: number
}

const colours = 6

const nameOf = (source: CreditedSource, locale: Locale): string => {
  const t = texts[locale.lang]
  if (source.kind === 'person') return source.name
  if (source.kind === 'version') return t.fromVersion(source)
  if (source.kind === 'file') return t.fromFile(source)
  return source.kind === 'template' ? t.fromTemplate(source) : t.unknown
}

const lettersOf = (source: CreditedSource, locale: Locale): string => {
  const { signs } = texts[locale.lang]
  if (source.kind === 'person') return initials(source.name)
  return source.kind === 'version' ? `${signs.version}${source.number}` : signs[source.kind]
}

/** People with the same initials get a number behind them. */
const numbered = (letters: string, index: number, all: string[]) => {
  const same = all.slice(0, index).filter((other) => other === letters).length
  return same > 0 ? `${letters}${same + 1}` : letters
}

const lookOf = (source: CreditedSource) =>
  source.kind === 'person'
    ? {
        colour: (source.place % colours) + 1,
        line: ((source.place + Math.floor(source.place / colours)) % colours) + 1,
      }
    : {}

export function signsFor(sources: CreditedSource[], locale: Locale): Sign[] {
  const letters = sources.map((source) => lettersOf(source, locale)).map(numbered)
  return sources.map((source, index) => ({
    anchor: `by-${index + 1}`,
    letters: letters[index] ?? '',
    name: nameOf(source, locale),
    ...lookOf(source),
  }))
}
