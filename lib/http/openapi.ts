import { z } from 'zod'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ERRORS } from '@/lib/kernel/app-error'
import type { AnySpec, RouteHandler } from './route'

/** One URL of the API and its handlers by method, as its route file exports them. */
export type RouteEntry = {
  path: string
  methods: Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', RouteHandler>>
}

const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    requestId: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'reason'],
        properties: { row: { type: 'integer' }, field: { type: 'string' }, reason: { type: 'string' } },
      },
    },
  },
}

/** The OpenAPI 3.1 document of the given routes, made of the very schemas that parse requests and strip responses. */
export function openApi(routes: readonly RouteEntry[], server: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Proofline',
      version: '1',
      description: 'Errors are RFC 9457 problem documents. Lists page by cursor.',
    },
    servers: [{ url: server }],
    security: [{ bearer: [] }, { session: [] }],
    paths: Object.fromEntries(routes.map(({ path, methods }) => [path, operations(path, methods)])),
    components: {
      schemas: { Problem },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie() },
      },
    },
  }
}

const operations = (path: string, methods: RouteEntry['methods']): object =>
  Object.fromEntries(
    Object.entries(methods).map(([method, { spec }]) => [
      method.toLowerCase(),
      {
        operationId: `${method.toLowerCase()} ${path}`.replace(/[^a-z0-9]+/gi, '_'),
        tags: [spec.tag],
        summary: spec.summary,
        parameters: [...parameters(spec.params, 'path'), ...parameters(spec.query, 'query'), ...repeatHeader(spec)],
        ...(spec.open ? { security: [] } : {}),
        ...requestBody(spec),
        responses: { [String(spec.status ?? 200)]: success(spec), ...failures },
      },
    ]),
  )

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = toSchema(schema, 'input') as { properties?: object; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const repeatHeader = (spec: AnySpec): object[] =>
  spec.repeatable ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } }] : []

const mediaOf = ({ form }: AnySpec) => (form ? 'application/x-www-form-urlencoded' : 'application/json')

function requestBody(spec: AnySpec): object {
  if (spec.stream) {
    const schema = { type: 'string', format: 'binary' }
    return { requestBody: { required: true, content: { [spec.stream]: { schema } } } }
  }
  if (!spec.body) return {}
  return { requestBody: { required: true, content: { [mediaOf(spec)]: { schema: toSchema(spec.body, 'input') } } } }
}

function success(spec: AnySpec): object {
  if (spec.status === 204) return { description: 'Done' }
  const description = spec.summary
  if (spec.download) {
    const types = typeof spec.download === 'string' ? [spec.download] : spec.download
    const content = types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])
    return { description, content: Object.fromEntries(content) }
  }
  return { description, content: { 'application/json': { schema: toSchema(spec.output, 'output') } } }
}

const failures = Object.fromEntries(
  Object.values(ERRORS).map(({ status, title }) => [
    String(status),
    {
      description: title,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
)

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
