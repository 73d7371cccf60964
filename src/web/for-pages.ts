import type { Context, Env, MiddlewareHandler } from 'hono'

/** The opening of a socket, at the one kind of address where there is one. */
export const opensSocket = (c: Context): boolean =>
  c.req.method === 'GET' && c.req.path.endsWith('/sync') && c.req.header('Upgrade')?.toLowerCase() === 'websocket'

/**
 * Nothing that only a page needs stands before a socket: after a restart everybody knocks at once. Who knocks and what
 * they may is judged alike.
 */
export const forPages =
  <E extends Env>(middleware: MiddlewareHandler<E>): MiddlewareHandler<E> =>
  (c, next) =>
    opensSocket(c) ? next() : middleware(c, next)
