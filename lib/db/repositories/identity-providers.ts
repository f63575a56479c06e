import { AppError } from '@/lib/kernel/app-error'
import type { IdentityProvider } from '@/lib/model/identity-provider'
import { openInstallation, sealInstallation } from '../keys/seal-installation'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

type Row = IdentityProvider & { sealedSecret: string | null }

/** The providers people can sign in with, by name; those that were taken away are not among them. */
export async function identityProvidersOf(tx: Reading): Promise<IdentityProvider[]> {
  const rows = await tx.$queryRaw<IdentityProvider[]>`
    SELECT id, name, issuer, client_id AS "clientId", scopes, group_claim AS "groupClaim",
      email_domains AS "emailDomains"
    FROM identity_providers WHERE disabled_at IS NULL ORDER BY name, id`
  return rows
}

/** A provider and its client secret, opened; the secret is null for a public client. Null when there is no such provider. */
export async function providerWithSecret(
  tx: Reading,
  id: string,
): Promise<{ provider: IdentityProvider; secret: string | null } | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, name, issuer, client_id AS "clientId", scopes, group_claim AS "groupClaim",
      email_domains AS "emailDomains", sealed_secret AS "sealedSecret"
    FROM identity_providers WHERE id = ${id} AND disabled_at IS NULL`
  if (!row) return null
  const { sealedSecret, ...provider } = row
  return { provider, secret: sealedSecret === null ? null : openInstallation(`identity-provider:${id}`, sealedSecret) }
}

/** Providers belong to the installation, so no organization's administrator can change who vouches for people. */
export const identityProviders = (tx: Tx) => ({
  /**
   * Adds a provider, or changes the one with this id. An id keeps its issuer for good, because organizations have mapped
   * its groups to roles. Throws `conflict` when another issuer has the id, or another id the issuer.
   */
  async put(provider: IdentityProvider, secret: string | null, now: Date): Promise<void> {
    const { id, issuer } = provider
    const others = await tx.identityProvider.findMany({ where: { OR: [{ id }, { issuer }] } })
    const taken = others.find((other) => other.id !== id || other.issuer !== issuer)
    if (taken) {
      throw new AppError('conflict', { detail: `The provider "${taken.id}" stands for the issuer ${taken.issuer}.` })
    }
    const sealedSecret = secret === null ? null : await sealInstallation(tx, `identity-provider:${id}`, secret)
    const facts = { ...provider, sealedSecret, disabledAt: null }
    await tx.identityProvider.upsert({ where: { id }, create: { ...facts, createdAt: now }, update: facts })
  },
  /** Takes a provider away and ends every session it vouched for; how many, or null when there is no such provider. */
  async disable(id: string, now: Date): Promise<number | null> {
    const { count } = await tx.identityProvider.updateMany({
      where: { id, disabledAt: null },
      data: { disabledAt: now, sealedSecret: null },
    })
    if (count === 0) return null
    const ended = await tx.session.updateMany({
      where: { provider: id, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now, revokedFor: 'provider-removed' },
    })
    return ended.count
  },
})
