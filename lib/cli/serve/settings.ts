import { env } from '@/lib/env'
import { derivedSecret, keySettings, oldestKey } from '@/lib/env/key'

/** What the web server is told: the database as the role that owns nothing, its address, and the secrets it derives from. */
export function webSettings(appUrl: string, url: string): Record<string, string> {
  return {
    DATABASE_URL: appUrl,
    PROOFLINE_URL: url,
    ...keySettings(env()),
    PROOFLINE_DATA_DIR: env().dataDir,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: derivedSecret(oldestKey(env()), 'session').toString('base64url'),
  }
}
