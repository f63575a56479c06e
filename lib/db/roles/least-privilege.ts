import { withClient } from '@/lib/db/with-client'
import { AppError } from '@/lib/kernel/app-error'

type Standing = { role: string; superuser: boolean; bypasses: boolean; owned: string | null }

// Membership counts as ownership: whoever may become the owner is not held by the owner's walls.
const STANDING = `
  SELECT current_user AS role, r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
    (SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND pg_has_role(current_user, c.relowner, 'MEMBER') LIMIT 1) AS owned
  FROM pg_roles r WHERE r.rolname = current_user`

/**
 * Refuses to serve as a role that row-level security would not hold: a superuser, one that bypasses it, one that owns
 * tables. Throws `forbidden` with one line that says which it is and what to use instead.
 */
export async function requireLeastPrivilege(url: string): Promise<void> {
  const standing = await withClient(url, async (client) => (await client.query<Standing>(STANDING)).rows[0])
  const fault = standing && faultOf(standing)
  if (!fault) return
  throw new AppError('forbidden', {
    detail: `DATABASE_URL connects as ${standing.role}, which ${fault}. Serve as proofline_app, which owns nothing.`,
  })
}

function faultOf({ superuser, bypasses, owned }: Standing): string | null {
  if (superuser) return 'is a superuser'
  if (bypasses) return 'bypasses row-level security'
  return owned === null ? null : `owns the table ${owned}`
}
