import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser, type Served, serveWorld } from './browser.ts'
import { type World, world } from './world.ts'

export interface ServedWorld {
  w: World
  served: Served
}

export interface BrowsedWorld extends ServedWorld {
  browser: Browser
}

const quietWorld = () => world({ quiet: true })

/** One world and one server for all tests of a file: there before the first, gone after the last. */
export function servedWorld(open = quietWorld): ServedWorld {
  const here = {} as ServedWorld
  beforeAll(async () => {
    here.w = await open()
    here.served = await serveWorld(here.w)
  })
  afterAll(async () => {
    await here.w.ports.rooms.close()
    await here.served.close()
    await here.w.ports.end()
  })
  return here
}

/** The same, and one Chromium. */
export function browsedWorld(open?: () => Promise<World>): BrowsedWorld {
  const here = servedWorld(open) as BrowsedWorld
  beforeAll(async () => {
    here.browser = await openBrowser()
  })
  afterAll(() => here.browser.close())
  return here
}
