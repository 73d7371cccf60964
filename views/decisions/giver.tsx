import { paths } from '#src/paths.ts'

const isCited = (givenBy: string) => /^[A-Z]{2,4}-\d{4}-\d{3,6}$/.test(givenBy)

/** "EN-2026-005" leads to the decision; anything else is said as it was entered. */
export const Giver = ({ givenBy }: { givenBy: string }) =>
  isCited(givenBy) ? <a href={paths.decision(givenBy)}>{givenBy}</a> : <span>{givenBy}</span>
