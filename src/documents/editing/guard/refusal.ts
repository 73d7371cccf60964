/** Why a message was refused; the code closes the socket that sent it, the reason is counted. */
export class Refusal extends Error {
  readonly code: number
  readonly reason: string

  constructor(code: number, reason: string) {
    super(reason)
    this.code = code
    this.reason = reason
  }
}

export const tooLarge = 1009
export const malformed = 1007
export const tooMuch = 1013
