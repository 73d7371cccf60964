import { createApp } from '../../app.tsx'
import type { Ports, Settings } from '../../ports.ts'
import { routeName, saidRight } from '../../route-rights.ts'
import { say } from './terminal.ts'

const settings: Settings = { publicUrl: 'http://localhost', origins: [], trustedProxies: 0, mode: 'demo' }

interface Route {
  method: string
  path: string
  who: string
}

/** Only the list is asked for, so no platform is needed. */
const never = () => Promise.reject(new Error('no file comes or goes here'))

const nothing = { manifest: {}, convert: never, make: { formats: [], make: never } }

const noPorts = (): Ports => {
  throw new Error('no request is answered here')
}

/** Every address that answers, once; what only wraps others is left out. */
export function listRoutes(): Route[] {
  const answering = createApp(noPorts, settings, nothing).routes.filter(({ method }) => method !== 'ALL')
  const named = new Set(answering.map(({ method, path }) => routeName(method, path)))
  return [...named].map((name) => {
    const [method = '', path = ''] = name.split(' ')
    return { method, path, who: saidRight(name) }
  })
}

const widest = (cells: string[]) => Math.max(...cells.map((cell) => cell.length))

export function routes(asJson: boolean): number {
  const all = listRoutes()
  const methods = widest(all.map(({ method }) => method))
  const paths = widest(all.map(({ path }) => path))
  if (asJson) say(JSON.stringify(all, null, 2))
  else for (const { method, path, who } of all) say(`${method.padEnd(methods)}  ${path.padEnd(paths)}  ${who}`)
  return 0
}
