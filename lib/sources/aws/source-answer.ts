import { AppError } from '@/lib/kernel/app-error'
import { redactText } from '@/lib/kernel/redact'
import type { UnknownCause } from '@/lib/model/resource'
import { SourceError } from '@/lib/sources/collect/source-error'

const DENIED =
  /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|Client\.UnauthorizedOperation|AuthFailure|AuthorizationError|NotAuthorized|UnauthorizedAccess|Unauthorized|ExpiredToken|ExpiredTokenException|RequestExpired|InvalidClientTokenId|InvalidAccessKeyId|InvalidToken|UnrecognizedClientException|MissingAuthenticationToken|SignatureDoesNotMatch|InvalidSignatureException|OptInRequired|SubscriptionRequiredException|AllAccessDisabled|InvalidIdentityToken|InvalidIdentityTokenException|IDPRejectedClaim|IDPRejectedClaimException|RegionDisabledException|CredentialsProviderError|TokenProviderError)$/
const THROTTLED =
  /^(RequestLimitExceeded|Throttling|ThrottlingException|ThrottledException|RequestThrottled|RequestThrottledException|TooManyRequestsException|TooManyRequests|SlowDown|BandwidthLimitExceeded|LimitExceededException|PriorRequestNotComplete|TransactionInProgressException|EC2ThrottledException)$/
const UNSUPPORTED =
  /^(InvalidAction|UnsupportedOperation|UnsupportedOperationException|UnknownOperationException|NotImplemented|MethodNotAllowed|NotImplementedException|UnsupportedAPIInRegion|EmptyReply|UnknownError)$/
const NETWORK =
  /^(ECONN\w+|ENOTFOUND|EAI_\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_(TLS|SSL)\w*|[A-Z_]*CERT[A-Z_]*|DEPTH_ZERO\w*|UNABLE_TO\w*|TimeoutError|NetworkingError|IncompleteReply)$/
/** Things that were there when the list was read and are not any more. */
const GONE =
  /^(NoSuchBucket|NotFoundException|ResourceNotFoundException|TrailNotFoundException|PolicyNotFoundException|LoadBalancerNotFound|LoadBalancerNotFoundException)$/

const LONGEST = 300

/** The fields the SDK puts on its errors, none of them certain. */
type Told = {
  name?: unknown
  code?: unknown
  Code?: unknown
  message?: unknown
  $metadata?: { httpStatusCode?: number; attempts?: number }
  /** Of an answer that could not be parsed. */
  $responseBodyText?: unknown
  $response?: { statusCode?: number; headers?: Record<string, string> }
  cause?: unknown
}

const asTold = (error: unknown): Told => (typeof error === 'object' && error !== null ? error : {})

/** What the source calls the error, such as `NoSuchEntity`; our own word where it has none. */
export function codeOf(error: unknown): string {
  const { name, code, Code } = asTold(error)
  // Query services say NoSuchEntity, the model NoSuchEntityException; sockets have codes and the name Error.
  const named = [Code, code, name].find((one) => typeof one === 'string' && one !== '' && one !== 'Error')
  return typeof named === 'string' ? named : 'UnknownError'
}

/** Requests that an answer or a failure took, retries included. */
export const attemptsOf = (answer: unknown): number => asTold(answer).$metadata?.attempts ?? 1

export const isGone = (error: SourceError): boolean => GONE.test(error.code)

/**
 * Tells why an operation did not answer. Refused and expired is `denied`; what the server does not know, or answers with a
 * page for people, `unsupported`; throttled to the end, too slow, cut off and failed is `unavailable`, with what the source
 * asked us to wait. The message is one line that names no secret, no address within and no request.
 */
export function toSourceError(error: unknown, operation: string): SourceError {
  if (error instanceof SourceError) return error
  if (error instanceof AppError)
    return new SourceError({
      unread: 'denied',
      operation,
      code: 'OutboundRefused',
      message: error.message,
      cause: error,
    })
  const code = codeOf(error)
  const status = asTold(error).$metadata?.httpStatusCode ?? asTold(error).$response?.statusCode ?? null
  const retryAfterMs = retryAfterOf(error)
  if (isMalformed(error)) {
    const unread = isForPeople(error) && !isPassing(status) ? 'unsupported' : 'unavailable'
    const told = { code: `HTTP ${status ?? ''}`.trim(), message: 'The answer was not in the form of this operation.' }
    return new SourceError({ unread, operation, ...told, retryAfterMs, cause: error })
  }
  const message = messageOf(code, String(asTold(error).message ?? ''))
  return new SourceError({ unread: causeOf(code, status), operation, code, message, retryAfterMs, cause: error })
}

function causeOf(code: string, status: number | null): UnknownCause {
  if (DENIED.test(code)) return 'denied'
  if (THROTTLED.test(code) || NETWORK.test(code) || status === 429) return 'unavailable'
  if (UNSUPPORTED.test(code) || status === 404 || status === 405 || status === 501) return 'unsupported'
  if (status === 401 || status === 403) return 'denied'
  if (status !== null && status < 500) return 'unsupported'
  return 'unavailable'
}

/** Gateways say these in HTML about a server that is coming back. */
const isPassing = (status: number | null): boolean => status === 502 || status === 503 || status === 504

/** Neither the JSON nor the XML of an operation: cut off, or something else altogether. */
const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError || /^@aws-sdk XML parse error/.test(String(asTold(error).message ?? ''))

/** A page of HTML, which is what a server answers that has no such operation. */
function isForPeople(error: unknown): boolean {
  const { $responseBodyText: body, message } = asTold(error)
  if (typeof body === 'string') return /^\s*<(!doctype html|html)/i.test(body)
  return /Unexpected token '?</.test(String(message ?? ''))
}

function messageOf(code: string, message: string): string {
  if (NETWORK.test(code)) return 'There was no whole answer in time.'
  // Refused signatures are answered with the text that was to be signed, session token and all.
  if (/Signature/.test(code)) return 'The signature was not accepted.'
  const [line = ''] = message.split(/\n|Encoded authorization failure/i)
  const told = redactText(line.replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '…')).trim()
  return (told === '' ? 'The source gave no reason.' : told).slice(0, LONGEST)
}

function retryAfterOf(error: unknown): number | null {
  const headers = asTold(error).$response?.headers ?? {}
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
