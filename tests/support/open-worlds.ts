/** Worlds that the test file of this moment has opened. */
const open = new Set<() => Promise<void>>()

/** Whoever opens a world says how it ends. Ending it earlier is fine. */
export const endsAfterwards = (end: () => Promise<void>) => open.add(end)

export async function endWorlds(): Promise<void> {
  const ends = [...open]
  open.clear()
  await Promise.all(ends.map((end) => end()))
}
