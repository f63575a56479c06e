/** What the session of whoever looks shows, so that they can see what would let them in. */
export type OwnSession = { address: string | null; acr: string | null; amr: readonly string[] }
