type Fields = Record<string, string | number | boolean | File | string[] | undefined>

export interface Sending {
  /** Sent as a form; a file makes it a multipart one. */
  form?: Fields
  method?: string
  headers?: Record<string, string>
  body?: BodyInit
}

/** Asks the app as a browser would; redirects are not followed. */
export type Browse = (path: string, sending?: Sending) => Promise<Response>

function formOf(fields: Fields): FormData | URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  )
  if (!pairs.some(([, value]) => value instanceof File)) {
    return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))
  }
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value instanceof File ? value : String(value))
  return data
}

export const browse =
  (fetch: (request: Request) => Response | Promise<Response>, origin: string, cookie?: string): Browse =>
  async (path, { form, body, headers = {}, ...rest } = {}) => {
    const sent = form ? formOf(form) : body
    const method = rest.method ?? (sent === undefined ? 'GET' : 'POST')
    const always = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'de', ...(cookie ? { Cookie: cookie } : {}) }
    return fetch(new Request(new URL(path, origin), { method, body: sent, headers: { ...always, ...headers } }))
  }
