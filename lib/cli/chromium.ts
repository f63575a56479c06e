import { existsSync } from 'node:fs'
import { AppError } from '@/lib/kernel/app-error'
import { run, runTool } from './tool'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** Flags for a browser that may run as root in a container and must not call home during a test. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

// A file of that name proves little: on some systems it is a stub that asks for another installation.
const starts = async (path: string) => existsSync(path) && (await run(path, ['--version'])).code === 0

async function playwrightChromium(): Promise<string> {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

async function firstThatStarts(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if (await starts(path)) return path
  return null
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function installDebianPackage(): Promise<void> {
  const apt = (...args: string[]) =>
    run('apt-get', args, { live: true, settings: { DEBIAN_FRONTEND: 'noninteractive' } })
  if ((await apt('update')).code === 0) await apt('install', '-y', '--no-install-recommends', 'chromium')
}

/**
 * Path of a Chromium that starts: the one named by the caller (from CHROMIUM), the system's, Playwright's own; failing
 * these it is installed, by Playwright's download or, as root on Debian, from the system's packages.
 * Throws `unavailable` with what to do when there is none, and when the named one does not start.
 */
export async function findOrInstallChromium(named: string | undefined): Promise<string> {
  if (named) {
    if (await starts(named)) return named
    throw new AppError('unavailable', { detail: `CHROMIUM is "${named}", which does not start.` })
  }
  const known = [...SYSTEM, await playwrightChromium()]
  const found = await firstThatStarts(known)
  if (found) return found
  await runTool('playwright', ['install', 'chromium'], { live: true })
  const downloaded = await firstThatStarts(known)
  if (downloaded) return downloaded
  if (isRootOnDebian()) await installDebianPackage()
  const installed = await firstThatStarts(known)
  if (installed) return installed
  throw new AppError('unavailable', {
    detail:
      'No Chromium was found or could be installed. Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chrome npm test',
  })
}
