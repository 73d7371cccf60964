/** Name of a built file (`app.css`) → its address. */
export type Manifest = Record<string, string>

/** Written by the build; without it nothing could be shown. */
export const assetUrls =
  (manifest: Manifest) =>
  (name: string): string => {
    const url = manifest[name]
    if (!url) throw new Error(`${name} has not been built; run "npm run assets"`)
    return url
  }

export const importsNameOf = (script: string): string => `${script} imports`

/** What a built script imports, to be fetched along with it instead of one journey later. */
export const importUrls =
  (manifest: Manifest) =>
  (script: string): string[] =>
    manifest[importsNameOf(script)]?.split(' ').filter(Boolean) ?? []
