/** Why the server cannot start, as a code; the commands have a sentence for it in both languages. */
export class StartProblem extends Error {
  readonly code: string
  readonly facts: Record<string, string>

  constructor(code: string, facts: Record<string, string> = {}) {
    super(code)
    this.name = 'StartProblem'
    this.code = code
    this.facts = facts
  }
}
