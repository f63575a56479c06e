import { expect, test } from 'vitest'
import { z } from 'zod'
import { openApi } from './openapi'
import { route } from './route'

const POST = route({
  tag: 'Things',
  summary: 'Make a thing',
  params: z.object({ org: z.string() }),
  query: z.object({ dry: z.string().optional() }),
  body: z.object({ name: z.string().min(1) }),
  output: z.object({ id: z.uuid() }),
  status: 201,
  repeatable: true,
  handler: async () => ({ id: '0190a8f0-0000-7000-8000-000000000001' }),
})

test('the description is made of the schemas that parse and strip', () => {
  const document = openApi([{ path: '/api/v1/orgs/{org}/things', methods: { POST } }], 'https://x.example') as {
    openapi: string
    paths: Record<string, Record<string, Record<string, unknown>>>
  }
  const operation = document.paths['/api/v1/orgs/{org}/things']?.post
  expect(document.openapi).toBe('3.1.0')
  expect(operation?.parameters).toEqual([
    { name: 'org', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'dry', in: 'query', required: false, schema: { type: 'string' } },
    { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } },
  ])
  expect(JSON.stringify(operation?.requestBody)).toContain('"minLength":1')
  expect(Object.keys(operation?.responses as object)).toEqual(expect.arrayContaining(['201', '401', '404', '422']))
})
