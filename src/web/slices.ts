/** One page of a list; whether there is another is known without counting them all. */
export interface Slice<T> {
  entries: T[]
  /** The first is 1. */
  page: number
  hasMore: boolean
}

export const perPage = 50

/** What stands in the address is typed by people, too. */
export function pageIn(asked: string | undefined): number {
  const page = Number(asked)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** One more than a page holds is asked for. */
export const spanOf = (page: number) => ({ limit: perPage + 1, offset: (page - 1) * perPage })

export const sliceOf = <T>(found: T[], page: number): Slice<T> => ({
  entries: found.slice(0, perPage),
  page,
  hasMore: found.length > perPage,
})

/** Of a list that is known as a whole. */
export const sliceIn = <T>(all: T[], page: number): Slice<T> => sliceOf(all.slice(spanOf(page).offset), page)
