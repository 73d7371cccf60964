import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What the page layout needs to know besides the content. */
export interface PageFacts {
  title: string
  /** Which place of the main navigation is the current one. */
  section?: 'start' | 'groups' | 'circle' | 'decisions' | 'me'
  /** Adds the editor's or another page's own module to the page. */
  scripts?: string[]
}

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: Hono merges its renderer from an interface
    (content: Html, facts: PageFacts): Response | Promise<Response>
  }
}

/** After a change the page that shows it is fetched again: the same way with and without script. */
export const answer = (c: Context, page: string) => c.redirect(page, 303)

/** The same page with its problems filled in. */
export const refuse = (c: Context, content: Html, facts: PageFacts) => {
  c.status(422)
  return c.render(content, facts)
}
