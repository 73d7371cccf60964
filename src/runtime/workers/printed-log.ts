import { jsonLog } from '../log.ts'

/** The platform collects what is printed, line by line. */
// biome-ignore lint/suspicious/noConsole: here it is the way out for a log
export const printedLog = jsonLog((line) => console.log(line.trimEnd()))
