import type { Origin } from '#src/decisions/origin.ts'
import { ShelfMark } from '../kit/sheet.tsx'

/** The referral that is answered with it, and who had sent it. */
export const AnswerTo = ({ origin: { label, href, from } }: { origin: Origin }) => (
  <>
    <ShelfMark number={label} href={href} /> · {from}
  </>
)
