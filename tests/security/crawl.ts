import { parseHTML } from 'linkedom'
import type { Browse } from '../support/browse.ts'

export interface Visited {
  path: string
  status: number
  headers: Headers
  html: string
}

/** Streams never end, and a stored file is no page. */
const isPage = (path: string) => path.startsWith('/') && !/^\/(build\/|icon|stream)|\/stream|\/sync$/.test(path)

const linksIn = (html: string): string[] =>
  [...parseHTML(html).document.querySelectorAll('a[href]')].flatMap((link) => {
    const href = link.getAttribute('href') ?? ''
    return isPage(href) ? [href.replace(/#.*$/, '')] : []
  })

export async function visit(browse: Browse, path: string): Promise<Visited> {
  const response = await browse(path)
  return { path, status: response.status, headers: response.headers, html: await response.text() }
}

/** Every page that one can get to by links from here. */
export async function crawl(browse: Browse, ...starts: string[]): Promise<Visited[]> {
  const seen = new Set(starts)
  const waiting = [...starts]
  const visited: Visited[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = await visit(browse, path)
    visited.push(page)
    const location = page.headers.get('Location')
    for (const link of [...linksIn(page.html), ...(location ? [location] : [])]) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
  return visited
}
