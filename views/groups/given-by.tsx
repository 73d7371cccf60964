import { paths } from '#src/paths.ts'

const number = /^[A-Z]{2,4}-\d{4}-\d{3,6}$/

/** By which decision something was given: its sheet, where a number says which. */
export const GivenBy = ({ words }: { words: string }) => (
  <>{number.test(words) ? <a href={paths.decision(words)}>{words}</a> : words}</>
)
