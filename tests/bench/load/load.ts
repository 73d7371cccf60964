import { answerQuestions } from '../running/answering.ts'
import { usageOfThis } from '../running/usage.ts'
import { attack, ceaseAttack } from './attacking.ts'
import { leave, open } from './opening.ts'
import { type Typing, TypingRun } from './typing.ts'
import { compare } from './witness.ts'

let run: TypingRun | undefined

/** The process that plays all the people. */
answerQuestions({
  usage: usageOfThis,
  prepare: async (typing: Typing) => {
    run = new TypingRun(typing)
    await run.prepare()
  },
  warmUp: () => run?.warmUp(),
  measure: () => run?.measure(),
  finish: () => run?.finish(),
  seen: () => run?.seen(),
  abandon: () => run?.abandon(),
  open,
  leave,
  compare,
  attack,
  ceaseAttack,
})
