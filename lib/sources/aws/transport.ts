import { NodeHttpHandler } from '@smithy/node-http-handler'
import { agentFor } from '@/lib/sources/outbound/outbound-agent'

const CONNECT_MS = 5_000
const ANSWER_MS = 60_000
const SOCKETS = 64

/**
 * What carries every request of one collector, whichever client makes it: kept connections, each of which was checked by the
 * guard when it was opened. A connection that is not made in 5 s or answered in 60 s is given up.
 */
export const transport = (answerMs: number = ANSWER_MS): NodeHttpHandler =>
  new NodeHttpHandler({
    httpAgent: agentFor(false, undefined, { keepAlive: true, maxSockets: SOCKETS }),
    httpsAgent: agentFor(true, undefined, { keepAlive: true, maxSockets: SOCKETS }),
    connectionTimeout: CONNECT_MS,
    requestTimeout: answerMs,
    throwOnRequestTimeout: true,
    // The collector bounds what is in flight itself.
    socketAcquisitionWarningTimeout: ANSWER_MS,
  })
