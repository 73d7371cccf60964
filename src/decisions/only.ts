/** The first row, where the statement before it cannot have had none. */
export function only<T>(rows: T[]): T {
  const [row] = rows
  if (!row) throw new Error('The database returned no row')
  return row
}
