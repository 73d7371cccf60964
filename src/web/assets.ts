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
