/** The `spire-server` program that the contract with SPIRE is tried with; null when SPIRE_SERVER names none. */
export const spireServer = (): string | null => process.env.SPIRE_SERVER?.trim() || null
