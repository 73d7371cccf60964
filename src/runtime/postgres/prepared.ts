import type { Sql } from 'postgres'

/** A list that is longer seldom comes again in the same length, and each length would be a plan of its own. */
const worthKeeping = 200

/**
 * Most questions are short and join many tables: to read and plan one takes longer than to answer it. Each connection
 * keeps what it has planned; questions inside transactions are seldom asked twice and are left alone.
 */
export function prepareQuestions<Client extends Sql>(client: Client): Client {
  const { unsafe } = client
  const prepared: typeof unsafe = (question, given = [], options) =>
    unsafe(question, given, { ...options, prepare: given.length > 0 && given.length <= worthKeeping })
  return Object.assign(client, { unsafe: prepared })
}
