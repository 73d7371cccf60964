/** Who may use which route, in the words that `npx kreislauf routes` prints and the access test checks. */
export const routeRights: Record<string, string> = {}
