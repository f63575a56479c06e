import type { NodeHttpHandler } from '@smithy/node-http-handler'

/** What a request is signed with. `expiration` says until when, where that is limited. */
export type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string; expiration?: Date }
export type KeyProvider = () => Promise<Keys>

/** What all clients of a collector share. `endpoint` null asks AWS itself. */
export type Reach = { requestHandler: NodeHttpHandler; endpoint: string | null }

/** Settled here rather than looked up in files of this machine, so that a run reads alike wherever it runs. */
export const clientConfig = ({ requestHandler, endpoint }: Reach, region: string) => ({
  region,
  requestHandler,
  maxAttempts: 3,
  retryMode: 'standard',
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  ...(endpoint === null ? {} : { endpoint }),
})

export type ClientConfig = ReturnType<typeof clientConfig> & { credentials: KeyProvider }
