import { AppError } from '@/lib/kernel/app-error'
import { type Account, runCommand } from './run-command'

const NAME = 'postgres'

/**
 * Postgres refuses to run as root, so root hands it to the user `postgres`, which is made when it is missing. Everybody
 * else runs it themselves. Throws `unavailable` when there is no such user and none can be made.
 */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const account = (await find()) ?? (await create())
  if (account) return account
  throw new AppError('unavailable', {
    detail: `PostgreSQL cannot run as root and there is no user "${NAME}". Add that user, or start as an ordinary user.`,
  })
}

async function find(): Promise<Account | null> {
  const [uid, gid] = await Promise.all([runCommand('id', ['-u', NAME]), runCommand('id', ['-g', NAME])])
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : null
}

async function create(): Promise<Account | null> {
  await runCommand('groupadd', ['--system', NAME])
  const home = ['--no-create-home', '--home-dir', '/', '--shell', '/bin/false']
  await runCommand('useradd', ['--system', '--gid', NAME, ...home, NAME])
  return find()
}

/**
 * Whether the account can enter a folder and write there. Asked of the system, not read from permission bits: access
 * lists, mounts and every folder above count as well.
 */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  const { ok } = await runCommand('/bin/sh', ['-c', 'test -x "$1" && test -w "$1"', 'sh', folder], account)
  return ok
}
