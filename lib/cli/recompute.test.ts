import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '@/lib/db/sha256'
import { envelopeOf, preAuthEncoding } from '@/lib/evidence/dsse'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { PackRecomputation } from '@/lib/model/pack-recomputation'
import { type InTotoStatement, STATEMENT_PAYLOAD } from '@/lib/model/signed-statement'
import { packEntries, type TestKey, testKey, zipped } from '@/lib/testing/evidence-pack'
import { assessmentFacts, runFacts, statedScore } from '@/lib/testing/scores'
import { recompute } from './recompute'

const RUN = '00000000-0000-4000-8000-00000000000a'
const ASSESSMENT = '00000000-0000-4000-8000-00000000000b'
const FILES = { run: PACK_PATHS.statement('run', RUN), assessment: PACK_PATHS.statement('assessment', ASSESSMENT) }

let folder: string
let keys: { evidence: TestKey; audit: TestKey; another: TestKey }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recompute-'))
  keys = { evidence: await testKey('evidence'), audit: await testKey('audit'), another: await testKey('evidence') }
})
afterAll(() => rmSync(folder, { recursive: true }))

async function signed(statement: InTotoStatement, key = keys.evidence): Promise<string> {
  const payload = new TextEncoder().encode(canonicalJson(statement))
  const signature = await key.sign(preAuthEncoding(STATEMENT_PAYLOAD, payload))
  return canonicalJson(envelopeOf(STATEMENT_PAYLOAD, payload, { kid: key.published.kid, signature }))
}

/** The files of a pack with the score of a run, and of an assessment that it capped. */
async function scoreFiles(): Promise<Record<string, string>> {
  const run = statedScore(runFacts())
  const assessment = statedScore(assessmentFacts(measurePosture(runFacts())))
  return {
    [FILES.run]: await signed(run.statement),
    [FILES.assessment]: await signed(assessment.statement),
    [PACK_PATHS.statementInputs(run.inputsSha256)]: run.inputs,
    [PACK_PATHS.statementInputs(assessment.inputsSha256)]: assessment.inputs,
  }
}

let packs = 0
async function packOf(files: Record<string, string>): Promise<string> {
  packs += 1
  const path = join(folder, `pack-${packs}.zip`)
  writeFileSync(
    path,
    await zipped(
      await packEntries({
        ...keys,
        keys: [keys.audit.published, keys.evidence.published, keys.another.published],
        files,
      }),
    ),
  )
  return path
}

async function outcome(files: Record<string, string>, keysFile?: string) {
  const { json, text, code } = await recompute(await packOf(files), keysFile)
  return { done: json as PackRecomputation, text, code }
}

describe('proofline recompute', () => {
  test('derives every score of a pack again, and finds the run whose result capped an assessment', async () => {
    const { done, text, code } = await outcome(await scoreFiles())
    expect([done.ok, code, done.signer]).toEqual([true, 0, 'unconfirmed'])
    expect(done.scores.map(({ kind, outcome, cappedBy }) => [kind, outcome, cappedBy])).toEqual([
      ['assessment', 'ok', FILES.run],
      ['run', 'ok', null],
    ])
    expect(text).toContain('2 of 2 signed scores came out as stated.')
    expect(text).toContain('(synthetic)')
  })

  test('holds the signatures against the keys it is given', async () => {
    const file = join(folder, 'keys.json')
    const history = (key: TestKey) => JSON.stringify({ format: 'proofline-keys/1', keys: [key.published] })
    writeFileSync(file, history(keys.evidence))
    expect((await outcome(await scoreFiles(), file)).done).toMatchObject({ ok: true, signer: 'confirmed' })
    writeFileSync(file, history(keys.another))
    const { done, code } = await outcome(await scoreFiles(), file)
    expect([done.scores[0]?.reason, code]).toEqual(['the key that signed it is not known', 1])
    writeFileSync(
      file,
      history({ ...keys.evidence, published: { ...keys.evidence.published, revokedAt: '2026-02-02' } }),
    )
    const revoked = await outcome(await scoreFiles(), file)
    expect(revoked.done.scores[0]?.reason).toMatch(/was revoked on 2026-02-02$/)
  })

  test('a pack without scores is one of which nothing differs', async () => {
    expect((await outcome({})).text).toContain('the pack holds no signed score')
  })

  test('what is no pack, or no list of keys, is refused', async () => {
    const path = join(folder, 'not.zip')
    writeFileSync(path, 'text')
    await expect(recompute(path)).rejects.toMatchObject({ code: 'invalid' })
    await expect(recompute(join(folder, 'absent.zip'))).rejects.toMatchObject({ code: 'invalid' })
    await expect(recompute(await packOf({}), path)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('what was tampered with is named, and the exit code is 1', () => {
  const reasonAfter = async (change: (files: Record<string, string>) => Promise<Record<string, string>>) => {
    const { done, code } = await outcome(await change(await scoreFiles()))
    expect([done.ok, code]).toEqual([false, 1])
    return done.scores.find(({ file }) => file === FILES.run)
  }

  test('a statement whose score was changed', async () => {
    const run = await reasonAfter(async (files) => {
      const envelope = JSON.parse(files[FILES.run] ?? '')
      const payload = JSON.parse(atob(envelope.payload))
      payload.predicate.result.score = 100
      return { ...files, [FILES.run]: JSON.stringify({ ...envelope, payload: btoa(JSON.stringify(payload)) }) }
    })
    expect(run?.reason).toBe('the signature is not by the key it names')
  })

  test('a score that was signed but does not follow from its inputs', async () => {
    const { statement, inputs, inputsSha256 } = statedScore(runFacts())
    const result = { ...(statement.predicate.result as object), coverage: 1 }
    const subject = [
      { name: 'result.json', digest: { sha256: sha256(canonicalJson(result)) } },
      ...statement.subject.slice(1),
    ]
    const better = { ...statement, subject, predicate: { ...statement.predicate, result } }
    const run = await reasonAfter(async (files) => ({
      ...files,
      [FILES.run]: await signed(better),
      [PACK_PATHS.statementInputs(inputsSha256)]: inputs,
    }))
    expect(run).toMatchObject({ outcome: 'differs', differences: [{ path: 'result.coverage', stated: 1 }] })
  })

  test('inputs that were changed, or left out', async () => {
    const { inputsSha256, inputs } = statedScore(runFacts())
    const path = PACK_PATHS.statementInputs(inputsSha256)
    const changed = await reasonAfter(async (files) => ({ ...files, [path]: `${inputs} ` }))
    expect(changed?.reason).toBe('the inputs are not those that were signed')
    const missing = await reasonAfter(async ({ [path]: _, ...files }) => files)
    expect(missing?.reason).toBe(`${path} is missing`)
  })

  test('a statement of another organization, by a key for other things, or no envelope at all', async () => {
    const { statement } = statedScore(runFacts())
    const organization = { ...(statement.predicate.organization as object), id: ASSESSMENT }
    const alien = { ...statement, predicate: { ...statement.predicate, organization } }
    const reading = (text: string) => reasonAfter(async (files) => ({ ...files, [FILES.run]: text }))
    expect((await reading(await signed(alien)))?.reason).toBe('it speaks of another organization')
    expect((await reading(await signed(statement, keys.audit)))?.reason).toMatch(/signs other things$/)
    expect((await reading('{}'))?.reason).toBe('it is no DSSE envelope')
  })
})
