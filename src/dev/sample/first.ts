/** The row that an insert has made. */
export const first = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('The database returned no row for an insert')
  return row
}
