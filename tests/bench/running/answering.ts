type Handlers = Record<string, (given: never) => unknown>

interface Question {
  id: number
  question: string
  given: never
}

/** The other end of `Child`: answers what it is asked, and ends when nobody is there any more to ask. */
export function answerQuestions(handlers: Handlers): void {
  process.on('message', async ({ id, question, given }: Question) => {
    try {
      process.send?.({ id, answer: await handlers[question]?.(given) })
    } catch (error) {
      process.send?.({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit(0))
}
