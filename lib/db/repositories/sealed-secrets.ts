import type { InstallationSecret } from '../keys/seal-installation'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

/** A secret of the installation as it is stored: which kind, in whose row, and sealed. */
export type SealedSecret = { kind: 'signing-key' | 'identity-provider'; id: string; sealed: string }

/** Up to `limit` secrets of the installation that any other key sealed, or one without a name. */
export const sealedByOthers = (tx: Reading, ref: string, limit: number): Promise<SealedSecret[]> =>
  tx.$queryRaw<SealedSecret[]>`
    SELECT * FROM (
      SELECT 'signing-key' AS kind, kid AS id, sealed_private AS sealed FROM signing_keys
      UNION ALL
      SELECT 'identity-provider', id, sealed_secret FROM identity_providers WHERE sealed_secret IS NOT NULL
    ) AS secrets WHERE NOT starts_with(sealed, ${`v1.${ref}.`}) ORDER BY kind, id LIMIT ${limit}`

/** How many secrets of each kind each key sealed; a null ref stands for the form used before keys had names. */
export const secretsBySealer = (
  tx: Reading,
): Promise<{ kind: SealedSecret['kind']; ref: string | null; count: number }[]> =>
  tx.$queryRaw`
    SELECT kind, substring(sealed from '^v1[.](k-[0-9a-f]+)[.]') AS ref, count(*)::int AS count FROM (
      SELECT 'signing-key' AS kind, sealed_private AS sealed FROM signing_keys
      UNION ALL
      SELECT 'identity-provider', sealed_secret FROM identity_providers WHERE sealed_secret IS NOT NULL
    ) AS secrets GROUP BY 1, 2`

export const purposeOf = ({ kind, id }: SealedSecret): InstallationSecret =>
  kind === 'signing-key' ? kind : `identity-provider:${id}`

/** Stores another sealing of the same secret, unless the secret itself was changed or removed meanwhile. */
export async function putSealed(tx: Tx, { kind, id, sealed: before }: SealedSecret, after: string): Promise<void> {
  if (kind === 'signing-key') {
    await tx.signingKey.updateMany({ where: { kid: id, sealedPrivate: before }, data: { sealedPrivate: after } })
  } else {
    await tx.identityProvider.updateMany({ where: { id, sealedSecret: before }, data: { sealedSecret: after } })
  }
}
