import type { Tx } from '../scope'

/**
 * Held to the end of a transaction that seals something: keys are exchanged between such transactions and never under
 * one, so that nothing is written with a key that was just forgotten. Take it before reading the ring.
 */
export async function whileSealing(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('proofline keys'))`
}

/** Waits for every transaction that is sealing, and lets none begin until this one ends. */
export async function whileExchanging(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('proofline keys'))`
}
