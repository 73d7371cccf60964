const directionControls = /[\u202A-\u202E\u2066-\u2069]/g
const otherControls = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu

/**
 * PostgreSQL refuses NUL, XML refuses lone surrogates and the two signs that are no letters (one of them in a file, and no
 * program opens it), and direction controls make a text read as something else.
 */
export const cleanText = (typed: string): string =>
  typed.toWellFormed().replace(/\r\n?/g, '\n').replace(directionControls, '').replace(otherControls, '')
