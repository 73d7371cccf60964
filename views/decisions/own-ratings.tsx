import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import { Facts } from '../kit/facts.tsx'

type Props = { options: Pick<RoundOption, 'id' | 'title'>[]; ratings: ReadonlyMap<string, number> }

/** What one has given to each option. */
export const OwnRatings = ({ options, ratings }: Props) => (
  <Facts facts={options.map(({ id, title }) => ({ term: title, words: <b>{ratings.get(id) ?? '–'}</b> }))} />
)
