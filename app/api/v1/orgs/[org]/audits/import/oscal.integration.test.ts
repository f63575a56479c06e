import { beforeAll, describe, expect, test } from 'vitest'
import { callRoute } from '@/lib/testing/call-route'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { resultsDocument } from '@/lib/testing/oscal-documents'
import { POST as findings } from '../../findings/import/route'
import { POST as audits } from './route'

let cast: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  ;({ attacker: cast } = await twoOrganizations())
  return close
})

const text = JSON.stringify(resultsDocument())
const call = (
  route: typeof audits,
  body: string,
  { url = '/', type = 'application/json', actor = cast.assessor } = {},
) =>
  callRoute(route, { actor, method: 'POST', url, params: { org: cast.org }, headers: { 'content-type': type }, body })

describe('assessment results in OSCAL', () => {
  test('200: come in as audits without a map or a source, and as findings; the browser may call them CSV', async () => {
    expect(await call(audits, text, { url: '/?fileName=ar.json' })).toMatchObject({ status: 200, body: { created: 1 } })
    expect(await call(audits, text, { type: 'text/csv' })).toMatchObject({ status: 200, body: { unchanged: 1 } })
    expect(await call(findings, text)).toMatchObject({ status: 200, body: { format: 'oscal', opened: 2 } })
  })

  test('422: with the place of what is wrong, through either door', async () => {
    const wrong = text.replace('"not-satisfied"', '"partially-satisfied"')
    for (const door of [audits, findings])
      expect(await call(door, wrong)).toMatchObject({
        status: 422,
        body: {
          problems: [
            {
              field: 'assessment-results.results[0].findings[0].target.status.state',
              reason: 'is none of satisfied, not-satisfied',
            },
          ],
        },
      })
    expect((await call(audits, text, { actor: cast.viewer })).status).toBe(403)
  })

  test('422: a CSV file with columns named still needs its source', async () => {
    const map = encodeURIComponent('{"externalId":"id","auditedOn":"on","passed":"n","assessed":"n"}')
    const refused = await call(audits, 'id,on,n\n1,2026-01-01,1\n', { url: `/?map=${map}`, type: 'text/csv' })
    expect([refused.status, refused.body]).toMatchObject([422, { problems: [{ field: 'source' }] }])
  })
})
