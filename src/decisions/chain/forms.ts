import { z } from 'zod'
import { readCitation } from '../register/citation.ts'
import { readHead } from './heads.ts'

/** As people type a number: capitals and blanks do not matter, nor whether all noughts are there. */
function numberIn(typed: string): string | null {
  const cited = typed
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/-(\d{1,2})$/, (_, figures: string) => `-${figures.padStart(3, '0')}`)
  return readCitation(cited) ? cited : null
}

const typed = z.string().trim().max(200).catch('')

/** What stands in the address of the page that checks a sheet: as it was typed, and as it is understood. */
export const sheetQuery = z
  .object({ number: typed.default(''), sum: typed.default('') })
  .transform(({ number, sum }) => ({
    typed: { number, sum },
    number: numberIn(number),
    kept: readHead(sum),
  }))

export type SheetQuery = z.output<typeof sheetQuery>
