import type { Words } from './commands/texts.ts'

export type ProblemCode = keyof Words['problems']

/** Why the server cannot start, as a code; the commands have a sentence for it in both languages. */
export class StartProblem extends Error {
  readonly code: ProblemCode
  readonly facts: Record<string, string>

  constructor(code: ProblemCode, facts: Record<string, string> = {}) {
    super(code)
    this.name = 'StartProblem'
    this.code = code
    this.facts = facts
  }
}
