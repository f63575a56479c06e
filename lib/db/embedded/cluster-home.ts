import { chownSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readIfPresent, writePrivateFile } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import type { Account } from './run-command'
import { canReach, serverAccount } from './server-account'
import { ensureSystemHome } from './system-home'

/** The folder that holds one cluster and its log, and the user it belongs to (null: this one). */
export type ClusterHome = { path: string; account: Account | null }

const PRIVATE = 0o700
const pointerIn = (dataDir: string) => join(dataDir, 'postgres.location')

/**
 * The cluster's folder: inside the data directory, or, when the user postgres cannot get there, below /var/lib/proofline
 * with a file in the data directory that says where (`say` gets one line then). Folders above are never changed.
 */
export async function clusterHome(dataDir: string, say: (line: string) => void): Promise<ClusterHome> {
  const path = readIfPresent(pointerIn(dataDir))?.trim() ?? join(dataDir, 'postgres')
  if (existsSync(path)) {
    const { uid, gid } = statSync(path)
    const user = process.getuid?.()
    // Root keeps a cluster with the user it belongs to; a folder that is still root's own was left half-made.
    if (user === 0) return uid === 0 ? settle(dataDir, path, say) : { path, account: { uid, gid } }
    if (user === uid) return { path, account: null }
    throw new AppError('unavailable', { detail: `The database in ${path} belongs to another user of this machine.` })
  }
  if (existsSync(pointerIn(dataDir))) {
    throw new AppError('unavailable', {
      detail: `The database of ${dataDir} was kept in ${path}, which is gone. Remove ${pointerIn(dataDir)} to begin anew.`,
    })
  }
  mkdirSync(path, { mode: PRIVATE })
  return settle(dataDir, path, say)
}

async function settle(dataDir: string, path: string, say: (line: string) => void): Promise<ClusterHome> {
  const account = await serverAccount()
  if (!account) return { path, account }
  chownSync(path, account.uid, account.gid)
  if (await canReach(account, path)) return { path, account }
  rmdirSync(path)
  return elsewhere(dataDir, account, say)
}

function elsewhere(dataDir: string, { uid, gid }: Account, say: (line: string) => void): ClusterHome {
  const path = mkdtempSync(join(ensureSystemHome(), 'cluster-'))
  chownSync(path, uid, gid)
  writePrivateFile(pointerIn(dataDir), `${path}\n`)
  say(`The user postgres, who runs PostgreSQL for root, cannot enter ${dataDir}: the database is kept in ${path}.`)
  return { path, account: { uid, gid } }
}
