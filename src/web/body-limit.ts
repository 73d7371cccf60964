import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'

const kilobyte = 1024

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413)
    },
  })

const forms = limit(512 * kilobyte)
/** A little more than the largest text that may be uploaded, so that the form itself can say what is too large. */
const uploads = limit(40 * kilobyte * kilobyte)

export const limitBody = createMiddleware((c, next) =>
  (/^\/groups\/[^/]+\/documents$/.test(c.req.path) ? uploads : forms)(c, next),
)
