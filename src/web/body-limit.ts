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

/** A little more than the largest picture, so that it is told what is too large. */
const pictures = limit(6 * kilobyte * kilobyte)

const limits: [RegExp, ReturnType<typeof limit>][] = [
  [/^\/groups\/[^/]+\/documents$/, uploads],
  [/^\/groups\/[^/]+\/documents\/[^/]+\/attachments$/, pictures],
]

export const limitBody = createMiddleware((c, next) =>
  (limits.find(([path]) => path.test(c.req.path))?.[1] ?? forms)(c, next),
)
