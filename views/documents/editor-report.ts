import { firstName } from './editor-carets.ts'
import type { Merged } from './editor-return.ts'
import { counted, type SaidInEditor } from './editor-said-texts.ts'

type Author = { id: string; name: string }

/** Client id → who wrote under it. */
export type Authors = ReadonlyMap<number, Author>

/** Whose words are whose; nobody when the server cannot be asked. */
export async function authorsOf(sync: string): Promise<Authors> {
  const answer = await fetch(sync.replace(/sync$/, 'authors')).catch(() => null)
  if (!answer?.ok || answer.redirected) return new Map()
  const { authors } = (await answer.json()) as { authors: Record<string, Author> }
  return new Map(Object.entries(authors).map(([client, author]) => [Number(client), author]))
}

function wordsByPerson({ others }: Merged, authors: Authors, me: string, somebody: string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [client, words] of others) {
    const author = authors.get(client)
    if (author?.id === me) continue
    const name = author ? firstName(author.name) : somebody
    sums.set(name, (sums.get(name) ?? 0) + words)
  }
  return sums
}

const sumOf = (sums: ReadonlyMap<unknown, number>) => [...sums.values()].reduce((sum, count) => sum + count, 0)

function ownLine({ own }: Merged, said: SaidInEditor['report']): string {
  const places = [...own].map(([heading, n]) =>
    (heading ? said.under : said.top).replace('{heading}', heading).replace('{n}', String(n)),
  )
  const hasHeadings = [...own.keys()].some((heading) => heading !== '')
  return `${counted(sumOf(own), said.own)}${hasHeadings ? ` ${places.join(' · ')}` : ''}`
}

/** What a return has brought, in a few lines; none when there is nothing to tell. */
export function reportLines(
  merged: Merged,
  hadUnsent: boolean,
  authors: Authors,
  me: string,
  said: SaidInEditor,
): string[] {
  const people = wordsByPerson(merged, authors, me, said.report.somebody)
  return [
    hadUnsent ? ownLine(merged, said.report) : '',
    ...[...people].map(([who, n]) => counted(n, said.report.others).replace('{who}', who)),
    counted(merged.collided.length, said.report.collided),
  ].filter((line) => line !== '')
}

export function showReport(place: HTMLElement, lines: string[]): void {
  if (lines.length === 0) return
  place.querySelector('ul')?.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li')
      item.textContent = line
      return item
    }),
  )
  place.hidden = false
}
