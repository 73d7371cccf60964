import type { Report } from './figures.ts'
import { pagesPart } from './pages.ts'
import { comparison, judgement, machineLine } from './table.ts'

/** The part of the README that tells figures, whole. */
export const readmeSection = (report: Report): string => `## How fast, and how safe

\`npm run bench\` measures this server, the whole app with sessions, rights and guard, beside two that are made for co-editing
alone, and beside a bare echo as the limit, in one run on one machine. Others' servers keep texts as they come: Hocuspocus with its
database extension on the same PostgreSQL, the y-websocket server in its own files. Here a change is stored before anybody sees it;
that costs the milliseconds in the first line, and is why nothing is lost in the line about \`kill -9\`.

${machineLine(report)}

${comparison(report)}

${judgement(report)}`

/** The part about pages, which is measured by itself: `--only pages`. */
export const pagesSection = (report: Report): string => `### Pages of a large alliance

\`npm run bench -- --only pages --section\` fills a database with 300 people, 30 groups, 10,000 documents, 50,000 tasks and 5,000 decisions
(\`npm run demo -- --large\` shows the same), follows links as three people until it has one page of each kind,
asks for each forty times, and then for each forty times more: a program in use, not one that has just started.

${machineLine(report)}

${pagesPart(report)}`
