import type { S3Control } from '@aws-sdk/client-s3-control'
import type { ClientConfig } from './client-config'

/** Never resolved: what the client puts its account number before, until the request is led to the real endpoint. */
const STAND_IN = 'http://endpoint.invalid'

type Addressed = { protocol: string; hostname: string; port?: number; headers: Record<string, string> }

/**
 * The S3 control client. It writes the account's number before the host, which is no address where the endpoint is one
 * (`123456789012.127.0.0.1`), so with an endpoint of one's own the request is led there before it is signed.
 */
export async function s3ControlClient(config: ClientConfig): Promise<S3Control> {
  const { S3Control: Client } = await import('@aws-sdk/client-s3-control')
  const { endpoint } = config
  if (endpoint === undefined) return new Client(config)
  const client = new Client({ ...config, endpoint: STAND_IN })
  const { protocol, hostname, port } = new URL(endpoint)
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as Addressed
      request.protocol = protocol
      request.hostname = hostname
      if (port === '') delete request.port
      else request.port = Number(port)
      return next(args)
    },
    { step: 'build', priority: 'high', name: 'leadToEndpoint' },
  )
  return client
}
