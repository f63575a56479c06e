import { APP_ROLE, rolePassword } from './role-password'

/** The same database as another role, with the password derived from the installation's key. */
export function roleUrl(url: string, role: string, key: Buffer): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = rolePassword(key, role)
  return changed.href
}

/** The application's way into the owner's database. */
export const appUrl = (ownerUrl: string, key: Buffer): string => roleUrl(ownerUrl, APP_ROLE, key)

/** Another database of the same server, by the same role. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
