import { spireServer } from '@/lib/env/spire-server'
import { run } from './tool'

/** The `spire-server` that SPIRE_SERVER names, when it runs; else why there is none. */
export async function findSpire(): Promise<{ spire: string } | { absent: string }> {
  const spire = spireServer()
  if (spire === null) return { absent: 'SPIRE_SERVER names no spire-server (https://github.com/spiffe/spire/releases)' }
  const { code } = await run(spire, ['--version'])
  return code === 0 ? { spire } : { absent: `SPIRE_SERVER names ${spire}, which does not run` }
}
