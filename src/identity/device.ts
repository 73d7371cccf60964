const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const named = (known: [RegExp, string][], agent: string) => known.find(([sign]) => sign.test(agent))?.[1]

/** "Firefox, Windows": enough to recognise one's own device, and no more is kept. */
export const deviceOf = (userAgent = ''): string =>
  [named(browsers, userAgent), named(systems, userAgent)].filter(Boolean).join(', ')
