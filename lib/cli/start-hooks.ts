/** A one-time sign-in link that the start prints, and whom it signs in. */
export type SignInLink = { label: string; url: string }

/** Loads the demo study into a database that holds no organizations; returns how many it made, 0 when it left it alone. */
export const seedWhenEmpty = async (): Promise<number> => 0

/** Fresh one-time links for whoever started Proofline; `baseUrl` is the origin they open in their browser. */
export const signInLinks = async (_baseUrl: string): Promise<SignInLink[]> => []
