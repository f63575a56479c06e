import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port'
import { launch } from './product'

/**
 * One product for the whole run: `npm start` on a port of its own over an empty data directory, which it fills with the study.
 * Journeys find it at PROOFLINE_E2E_URL and its data directory, for the command line, at PROOFLINE_E2E_DATA.
 */
export default async function start(): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'proofline-e2e-'))
  // As root, Postgres runs as another user who has to pass through this directory.
  await chmod(data, 0o711)
  try {
    const product = await launch(['--port', String(await freePort()), '--data', data])
    process.env.PROOFLINE_E2E_URL = product.url
    process.env.PROOFLINE_E2E_DATA = data
    return async () => {
      await product.stop()
      await rm(data, { recursive: true, force: true })
    }
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    throw error
  }
}
