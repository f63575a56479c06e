import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LAYERS } from '@/lib/model/layer'
import { automatedChecksOf } from './automated-checks'
import { capabilities, capabilitiesOf, capability, isCapability } from './capabilities'
import checks from './catalogue/0.1/automated-checks.json'
import crosswalk from './catalogue/0.1/crosswalk.json'
import guidance from './catalogue/0.1/guidance.json'
import outline from './catalogue/0.1/outline.json'
import practices from './catalogue/0.1/practices.json'
import references from './catalogue/0.1/references.json'
import { AutomatedCheck, CrosswalkRow, Guidance, Outline, Provenance, References } from './catalogue-schema'
import { FRAMEWORK_VERSION } from './framework'
import { clausesOf, guidanceOf } from './guidance'
import { layers } from './layers'
import { practiceIndex } from './practices'
import { provenance } from './provenance'

const folder = new URL('./catalogue/0.1/', import.meta.url)
const ids = capabilities.map((one) => one.id)

describe('catalogue 0.1', () => {
  test('every file has the shape its reader is typed with', () => {
    Outline.parse(outline)
    z.record(z.string(), Guidance).parse(guidance)
    z.record(z.string(), z.array(AutomatedCheck).min(1)).parse(checks)
    z.record(z.string(), CrosswalkRow).parse(crosswalk)
    z.record(z.string(), z.array(z.string()).min(1)).parse(practices)
    References.parse(references)
    Provenance.parse(provenance)
  })

  test('a released file is never edited: each still has the digest it was released with', () => {
    const released = readFileSync(new URL('SHA256SUMS', folder), 'utf8').trim().split('\n').sort()
    const found = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map(
        (name) =>
          `${createHash('sha256')
            .update(readFileSync(new URL(name, folder)))
            .digest('hex')}  ${name}`,
      )
    expect(found.sort()).toEqual(released)
  })

  test('its files agree on the version', () => {
    expect([FRAMEWORK_VERSION, provenance.version, provenance.schema]).toEqual([
      '0.1',
      '0.1',
      'proofline-framework/0.1',
    ])
  })

  test('five layers stand in the order the model names them', () => {
    expect(layers.map((layer) => [layer.id, layer.order])).toEqual(LAYERS.map((id, i) => [id, i + 1]))
  })

  test('39 capabilities have unique ids that begin with their layer, weights 1 to 3 and lie layer by layer', () => {
    expect(ids).toHaveLength(39)
    expect(new Set(ids).size).toBe(39)
    expect(capabilities.filter((one) => !one.id.startsWith(`${one.layer}-`))).toEqual([])
    expect(capabilities.filter((one) => ![1, 2, 3].includes(one.weight))).toEqual([])
    expect(LAYERS.map((layer) => capabilitiesOf(layer).length)).toEqual([8, 7, 8, 8, 8])
    expect(LAYERS.flatMap((layer) => capabilitiesOf(layer))).toEqual(capabilities)
  })

  test('every capability has guidance, checks and a crosswalk, and nothing else does', () => {
    for (const file of [guidance, checks, crosswalk]) expect(Object.keys(file)).toEqual(ids)
  })

  test('every capability describes four different stages', () => {
    for (const id of ids) expect(new Set(guidanceOf(id).stages).size).toBe(4)
  })

  test('156 automated checks, 68 of which name a Prowler check', () => {
    const all = ids.flatMap((id) => automatedChecksOf(id))
    expect([all.length, all.filter((one) => one.prowlerCheck !== null).length]).toEqual([156, 68])
  })

  test('an id outside the framework is refused as not found', () => {
    expect(isCapability('IAM-09')).toBe(false)
    expect(() => capability('IAM-09')).toThrow('Framework 0.1 has no capability IAM-09')
    expect(() => guidanceOf('constructor')).toThrow('has no capability')
  })
})

describe('practices', () => {
  test('each practice in the index is taken up by the capabilities it names', () => {
    expect(practiceIndex.size).toBe(115)
    for (const [practice, named] of practiceIndex)
      expect([practice, ids.filter((id) => guidanceOf(id).practices.includes(practice))]).toEqual([practice, named])
  })

  test('no capability names a practice the index does not have', () => {
    expect(ids.flatMap((id) => guidanceOf(id).practices).filter((one) => !practiceIndex.has(one))).toEqual([])
  })
})

describe('clauses', () => {
  test('a descriptor splits into its clauses and loses nothing but the separators', () => {
    expect(clausesOf('Labels exist; access follows the label; changes are reviewed.')).toEqual([
      'Labels exist',
      'access follows the label',
      'changes are reviewed',
    ])
    for (const id of ids)
      for (const text of guidanceOf(id).stages) expect(clausesOf(text).join('; ')).toBe(text.replace(/\.$/, ''))
  })
})
