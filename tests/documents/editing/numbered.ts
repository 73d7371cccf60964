/** Which numbered letters of this word are in a text, in the order in which they stand there. */
export const numbersOf = (text: string, word: string): number[] =>
  [...text.matchAll(new RegExp(`${word}-(\\d+);`, 'g'))].map((match) => Number(match[1]))

/** How many of them, from the first on, are the ones that have to stand there. */
export const lengthOf = (numbers: number[]): number => {
  const wrong = numbers.findIndex((number, index) => number !== index)
  return wrong === -1 ? numbers.length : wrong
}
