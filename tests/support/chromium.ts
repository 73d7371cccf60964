import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const version = '153.0.0'
const folder = join(tmpdir(), `kreislauf-chromium-${version}-${userInfo().uid}`)

const fontsConfig = (fonts: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`

/** The package unpacks into the temporary folder, and the libraries it needs only where it believes to be on Lambda. */
async function unpackInto(draft: string): Promise<void> {
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
  Object.assign(process.env, { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
  const { default: chromium } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  const before = { TMPDIR, AWS_LAMBDA_JS_RUNTIME, LD_LIBRARY_PATH, FONTCONFIG_PATH }
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

/** Once per machine, and whole or not at all: several runs may begin at the same time. */
export async function unpackChromium(): Promise<void> {
  if (process.env.CHROMIUM || existsSync(folder)) return
  const draft = await mkdtemp(`${folder}-`)
  await unpackInto(draft)
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontsConfig(join(folder, 'fonts')))
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
}

/** Which browser to start, and what it needs around it. */
export const chromium = process.env.CHROMIUM
  ? { executablePath: process.env.CHROMIUM, env: {} }
  : {
      executablePath: join(folder, 'chromium'),
      env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
    }
