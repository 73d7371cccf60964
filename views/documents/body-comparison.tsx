import type { Draw } from './body-drawing.ts'

/** Their programme and our position, row by row. */
export const comparisonNodes: Record<string, Draw> = {
  comparison: ({ children }) => <div class="comparison">{children}</div>,
  comparisonRow: ({ children }) => <section class="comparison-row">{children}</section>,
  rowPlace: ({ children }) => <p class="row-place">{children}</p>,
  rowStatement: ({ children }) => <div class="row-statement">{children}</div>,
  rowPosition: ({ children }) => <div class="row-position">{children}</div>,
  rowDemand: ({ children }) => <div class="row-demand">{children}</div>,
}
