type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>

const notNow = () =>
  new Response('503', {
    status: 503,
    headers: { 'Retry-After': '5', Connection: 'close', 'Cache-Control': 'no-store' },
  })

/** Stands before the app: nobody is let in before everything is ready, nor while the server goes down. */
export class Gate {
  #app: Fetch = notNow

  readonly fetch: Fetch = (request, env) => this.#app(request, env)

  open(app: Fetch) {
    this.#app = app
  }

  /** Alive, but not ready: whoever watches the server sends people elsewhere. */
  close() {
    this.#app = (request) => (new URL(request.url).pathname === '/healthz' ? new Response('ok') : notNow())
  }
}
