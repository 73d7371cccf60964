const directionControls = /[\u202A-\u202E\u2066-\u2069]/g
const otherControls = /(?![\t\n])\p{Cc}/gu

/** PostgreSQL refuses NUL, XML refuses lone surrogates, and direction controls make a text read as something else. */
export const cleanText = (typed: string): string =>
  typed.toWellFormed().replace(/\r\n?/g, '\n').replace(directionControls, '').replace(otherControls, '')
