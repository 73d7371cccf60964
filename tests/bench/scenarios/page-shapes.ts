import { parseHTML } from 'linkedom'

type Get = (path: string) => Promise<{ status: number; type: string; text: string }>

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What is no page: files, streams, and where something would happen. */
const noPage =
  /^\/(stream|language|sign-out|build|published)|\/(stream|sync|file|edit|visit|attachments)\b|\.(pdf|csv|json|ics|md)$/

/** Pages that differ in nothing but what they are about have one shape. */
const shapeOf = (path: string) =>
  path
    .replace(/#.*$/, '')
    .replaceAll(uuid, ':id')
    .replace(/\/groups\/(?!kk)[a-z0-9-]+/, '/groups/:group')
    .replace(/\/[A-Z]{2,4}-\d{4}-\d{3}\b/, '/:number')
    .replace(/=[^&]+/g, '=…')

function linksIn(html: string): string[] {
  const { document } = parseHTML(html)
  return [...document.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith('/') && !href.startsWith('//') && !noPage.test(href))
    .map((href) => href.replace(/#.*$/, ''))
}

/** One address of each shape that can be reached by following links, the nearest first, at most so many. */
export async function shapesFrom(get: Get, from: string[], most: number): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const waiting = [...from]
  const seen = new Set(waiting.map(shapeOf))
  for (let path = waiting.shift(); path !== undefined && found.size < most; path = waiting.shift()) {
    const { status, type, text } = await get(path)
    if (status !== 200 || !type.startsWith('text/html')) continue
    found.set(shapeOf(path), path)
    for (const link of linksIn(text)) {
      if (seen.has(shapeOf(link))) continue
      seen.add(shapeOf(link))
      waiting.push(link)
    }
  }
  return found
}
