import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '@/lib/cli/tool'
import { findTrestle } from '@/lib/cli/trestle'
import { requirementCatalog } from '@/lib/evidence/oscal/requirement-catalog'
import { oscalText } from '@/lib/evidence/oscal/write-oscal'
import { builtInFramework } from '@/lib/framework/requirement-framework'
import { oscalOrganization } from '@/lib/testing/oscal-facts'
import { oscalTexts, scopePoamText, sha256Of } from '@/lib/testing/oscal-written'

/** A document is a start of Python. */
const PATIENCE_MS = 240_000

let root: string
let texts: Record<string, string>

/** Ids as a standard writes them, in the shape of a framework of an organization's own. */
function ownCatalog(): string {
  const framework = builtInFramework('nist_800_53_r5')
  if (!framework) throw new Error('the framework comes with the product')
  const own = { ...framework, id: 'custom:own', name: 'Our own' }
  const facts = { organization: oscalOrganization, changedAt: '2026-03-01T00:00:00.000Z' }
  return oscalText('catalog', requirementCatalog(own, facts), sha256Of)
}

beforeAll(async () => {
  const found = await findTrestle()
  if ('absent' in found) throw new Error(found.absent)
  root = await mkdtemp(join(tmpdir(), 'trestle-'))
  texts = { ...(await oscalTexts()), 'own-catalog': ownCatalog(), 'scope-poam': scopePoamText() }
  expect(await run('trestle', ['init', '--local', '-tr', root])).toMatchObject({ code: 0 })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('compliance-trestle', () => {
  test(
    'takes every document in and finds each valid, without a warning',
    async () => {
      for (const [name, text] of Object.entries(texts)) {
        const file = join(tmpdir(), `${name}-${process.pid}.json`)
        await writeFile(file, text)
        const { code, output } = await run('trestle', ['import', '-tr', root, '-f', file, '-o', name])
        await rm(file)
        expect([name, code, output]).toEqual([name, 0, expect.not.stringMatching(/warning|error/i)])
      }
      const { code, output } = await run('trestle', ['validate', '-a', '-tr', root])
      expect(output).not.toMatch(/warning|error/i)
      expect(output.match(/^VALID: /gm)).toHaveLength(Object.keys(texts).length)
      expect(code).toBe(0)
    },
    PATIENCE_MS,
  )

  test('refuses a document in which a uuid is there twice', async () => {
    const file = join(tmpdir(), `broken-${process.pid}.json`)
    const [first, second] = [...(texts.poam ?? '').matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid]) => uuid ?? '')
    await writeFile(file, (texts.poam ?? '').replaceAll(second ?? '', first ?? ''))
    const { code } = await run('trestle', ['import', '-tr', root, '-f', file, '-o', 'broken'])
    await rm(file)
    expect(code).not.toBe(0)
  })
})
