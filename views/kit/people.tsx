import type { Child } from 'hono/jsx'

/** "Swantje Kieselbach" → "SK". */
export const initials = (name: string): string => {
  const words = name.split(/[\s-]+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? [...word][0] : '')).join('')
}

/** Six colours for people who are here, the same one for the same person. */
export const colourOf = (id: string): number =>
  ([...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7) % 6) + 1

/** A person as a small round sign; always beside the name. With `colour` the person is here now. */
export const Disc = ({ name, colour }: { name: string; colour?: number }) => (
  <span class="disc" data-who={colour} aria-hidden="true">
    {initials(name)}
  </span>
)

/** Who is here, as signs and as a sentence. */
export const Presence = ({ people, words }: { people: { id: string; name: string }[]; words: Child }) => (
  <p class="presence">
    {people.map((person) => (
      <Disc name={person.name} colour={colourOf(person.id)} />
    ))}
    <span>{words}</span>
  </p>
)

/** People in a list: name first, then what they do here. */
export const PeopleList = ({ people }: { people: { name: Child; note?: Child }[] }) => (
  <ul class="plain people">
    {people.map((person) => (
      <li>
        {person.name}
        {person.note && <span class="soft"> · {person.note}</span>}
      </li>
    ))}
  </ul>
)
