// Just what is used of the platform: its own package of types redefines what Node and the browser call the same.

interface SocketPair {
  0: CloudflareSocket
  1: CloudflareSocket
}

declare const WebSocketPair: new () => SocketPair

interface CloudflareSocket extends WebSocket {
  accept(): void
  serializeAttachment(value: unknown): void
  deserializeAttachment(): unknown
}

// biome-ignore lint/correctness/noUnusedVariables: adds to the interface that everybody knows
interface ResponseInit {
  webSocket?: CloudflareSocket | null
}

// biome-ignore lint/correctness/noUnusedVariables: adds to the interface that everybody knows
interface Response {
  readonly webSocket?: CloudflareSocket | null
}

declare module 'cloudflare:workers' {
  export interface Cursor<T> {
    toArray(): T[]
  }

  export interface ObjectStorage {
    sql: { exec<T>(query: string, ...values: unknown[]): Cursor<T> }
    setAlarm(time: number): Promise<void>
    getAlarm(): Promise<number | null>
    sync(): Promise<void>
  }

  export interface ObjectState {
    storage: ObjectStorage
    acceptWebSocket(socket: CloudflareSocket): void
    getWebSockets(): CloudflareSocket[]
    waitUntil(work: Promise<unknown>): void
  }

  /** What another object is called by: its methods, from elsewhere. */
  export type Stub<T> = {
    [K in keyof T as T[K] extends (...given: never[]) => unknown ? K : never]: T[K] extends (
      ...given: infer Given
    ) => infer Result
      ? (...given: Given) => Promise<Awaited<Result>>
      : never
  }

  export interface Namespace<T> {
    getByName(name: string): Stub<T>
  }

  export class DurableObject<Env = unknown> {
    constructor(ctx: ObjectState, env: Env)
    protected readonly ctx: ObjectState
    protected readonly env: Env
  }
}
