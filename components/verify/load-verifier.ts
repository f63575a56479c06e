/** The verifier, loaded when it is wanted first; whoever has it needs no network any more. */
export async function loadVerifier() {
  const [{ verifyPack }, { keyHistory }] = await Promise.all([
    import('@/lib/evidence/verify-pack/verify-pack'),
    import('@/lib/evidence/verify-pack/key-history'),
  ])
  return { verifyPack, keyHistory }
}
