import { hasKeptWords } from './kept-words.ts'

const prefix = 'kreislauf-'

/** Name of the database in which this device keeps a text for somebody. */
export const copyName = (person: string, document: string) => `${prefix}${person}-${document}`

const uuidLength = 36

const partsOf = (name: string) => ({
  person: name.slice(prefix.length, prefix.length + uuidLength),
  document: name.slice(prefix.length + uuidLength + 1),
})

async function copies(): Promise<{ name: string; person: string; document: string }[]> {
  try {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    return names.filter((name) => name.startsWith(prefix)).map((name) => ({ name, ...partsOf(name) }))
  } catch {
    return []
  }
}

/** A tab that has it open lets go of it when asked; one that does not answer is not waited for. */
export const deleteCopy = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const deletion = indexedDB.deleteDatabase(name)
    const done = () => resolve()
    Object.assign(deletion, { onsuccess: done, onerror: done })
    setTimeout(done, 2_000)
  })

/** Of which texts this device keeps something for somebody. */
export const copiedDocuments = async (person: string): Promise<string[]> =>
  (await copies()).filter((copy) => copy.person === person).map(({ document }) => document)

/** Everything that this device keeps for somebody, sent or not. */
export async function deleteCopiesOf(person: string): Promise<void> {
  const theirs = (await copies()).filter((copy) => copy.person === person)
  await Promise.all(theirs.map(({ name }) => deleteCopy(name)))
}

/** Copies in which everything has arrived, of this person or of everybody: the server has it all. */
export async function deleteSentCopies(person?: string): Promise<void> {
  const sent = (await copies()).filter(
    (copy) => (!person || copy.person === person) && !hasKeptWords(copy.person, copy.document),
  )
  await Promise.all(sent.map(({ name }) => deleteCopy(name)))
}
