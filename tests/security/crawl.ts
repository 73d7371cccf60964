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

/** Files take long to make, and are handed out only so often. */
const isFile = (path: string) => /\.(pdf|csv|json)(\?|$)|\/file\?/.test(path)

/** Pages of one shape differ in what they show, not in what they are: /decisions?year=… is one, whatever the year. */
const shapeOf = (path: string) => {
  const [place = '', query] = path.split('?')
  const asked = isFile(path) ? [] : [...new URLSearchParams(query).keys()].sort()
  return `${place.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}(-[A-Z])?-\d+|\d+/g, ':')}?${asked.join('&')}`
}

/** Enough to meet a thing in more than one state. */
const mostOf = (path: string) => (isFile(path) ? 1 : 3)

/** Every page that one can get to by links from here, and some where many have one shape. */
export async function crawl(browse: Browse, ...starts: string[]): Promise<Visited[]> {
  const shapes = new Map<string, number>()
  const isWanted = (path: string) => {
    const before = shapes.get(shapeOf(path)) ?? 0
    shapes.set(shapeOf(path), before + 1)
    return before < mostOf(path)
  }
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
      if (isWanted(link)) waiting.push(link)
    }
  }
  return visited
}
