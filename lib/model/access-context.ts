/** How whoever asks proved who they are. `link` is a one-time link, `local` the command line of the machine's owner. */
export type ProofMethod = 'passkey' | 'oidc' | 'link' | 'token' | 'local'

/** What a device is said to be by a trusted proxy; null when none says anything. */
export type DevicePosture = 'compliant' | 'non-compliant' | null

/** The circumstances of one request, read anew each time. Instants are epoch milliseconds; null means not known. */
export type AccessContext = {
  method: ProofMethod
  /** The last passkey assertion or single sign-on; null when there was none (a one-time link proves possession only). */
  provenAt: number | null
  /** When the session or token began. */
  startedAt: number | null
  /** The session, or the access token a machine holds; null for the operator. */
  sessionId: string | null
  acr: string | null
  amr: readonly string[]
  /** Where the request comes from, as an IP address. */
  address: string | null
  devicePosture: DevicePosture
  /** What was seen lately and speaks against this session: 0 is nothing; decays by itself. */
  risk: number
  /** Whether the person has a passkey or single sign-on; machines and the operator have no need of one. */
  hasCredential: boolean
}

/** The circumstances of whoever owns the machine and of work the product does by itself. */
export const LOCAL_CONTEXT: AccessContext = {
  method: 'local',
  provenAt: null,
  startedAt: null,
  sessionId: null,
  acr: null,
  amr: [],
  address: null,
  devicePosture: null,
  risk: 0,
  hasCredential: false,
}
