/**
 * The verifier, loaded when it is wanted first; whoever has it needs no network any more. What reads timestamps is large
 * and not waited for: few packs carry one.
 */
export async function loadVerifier() {
  void import('@/lib/evidence/verify-pack/timestamp-token').catch(() => undefined)
  const [{ verifyPack }, { keyHistory }] = await Promise.all([
    import('@/lib/evidence/verify-pack/verify-pack'),
    import('@/lib/evidence/verify-pack/key-history'),
  ])
  return { verifyPack, keyHistory }
}
