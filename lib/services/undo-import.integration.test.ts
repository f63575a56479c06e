import { beforeAll, describe, expect, test } from 'vitest'
import { chunksOf, csvText, holdings, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { deleteDeployment } from './delete-deployment'
import { getImport } from './get-import'
import { importAudits } from './import-audits'
import { importIncidents } from './import-incidents'
import { undoImport } from './undo-import'

const MAP = { externalId: 'id', title: 'title', detectedAt: 'seen', resolvedAt: 'fixed' }

async function imported({ assessor, org }: Cast, rows: string[][], options = {}): Promise<string> {
  const chunks = chunksOf(csvText(['id', 'title', 'seen', 'fixed'], ...rows))
  const { batchId } = await importIncidents(assessor, { org, map: MAP, options: optionsOf(options), chunks })
  return batchId ?? ''
}

/** Records and months; batches and the log go on growing, as they should. */
async function records(cast: Cast) {
  const { incidents, audits, months, revisions } = await holdings(cast.organization.id)
  return { incidents, audits, months, revisions }
}

beforeAll(async () => (await testDatabase()).close)

describe('undoImport', () => {
  test('removes what the import made, restores what it changed and rebuilds the months', async () => {
    const { attacker: cast } = await twoOrganizations()
    await imported(cast, [
      ['A-1', 'first', '2025-01-03 10:00', '2025-01-03 12:00'],
      ['A-2', 'same', '2025-01-04 10:00', '?'],
    ])
    const before = await records(cast)
    const id = await imported(cast, [
      ['A-1', 'changed', '2025-04-03 10:00', '?'],
      ['A-2', 'same', '2025-01-04 10:00', '?'],
      ['A-3', 'new', '2025-05-01 00:00', '?'],
    ])
    expect(await records(cast)).not.toEqual(before)
    const undone = await undoImport(cast.assessor, { org: cast.org, id })
    expect(undone).toMatchObject({ id, undoneBy: 'Asa Assessor', created: 1, updated: 1, unchanged: 1 })
    expect(await records(cast)).toEqual(before)
  })

  test('is refused while a later import builds on it, which is named, and works once that one is undone', async () => {
    const { attacker: cast } = await twoOrganizations()
    const first = await imported(cast, [['A-1', 'one', '2025-01-03', '?']])
    const second = await imported(cast, [['A-1', 'two', '2025-01-03', '?']], { fileName: 'second.csv' })
    const before = await records(cast)
    const early = undoImport(cast.assessor, { org: cast.org, id: first })
    await expect(early).rejects.toMatchObject({ code: 'conflict', detail: expect.stringContaining('second.csv') })
    expect(await records(cast)).toEqual(before)
    await undoImport(cast.assessor, { org: cast.org, id: second })
    await undoImport(cast.assessor, { org: cast.org, id: first })
    expect(await records(cast)).toEqual({ incidents: [], audits: [], months: [], revisions: 0 })
  })

  test('happens once', async () => {
    const { attacker: cast } = await twoOrganizations()
    const id = await imported(cast, [['A-1', 'one', '2025-01-03', '?']])
    await undoImport(cast.assessor, { org: cast.org, id })
    const again = undoImport(cast.assessor, { org: cast.org, id })
    await expect(again).rejects.toMatchObject({ code: 'conflict', detail: expect.stringContaining('Asa Assessor') })
  })

  test('gives a record back to the deployment it came from, and says so when that one is gone', async () => {
    const { attacker: cast } = await twoOrganizations()
    const [payments] = [await deploymentOf(cast), await deploymentOf(cast, { slug: 'claims' })]
    await imported(cast, [['A-1', 'one', '2025-01-03', '?']], { deployment: 'payments' })
    const before = await records(cast)
    const move = () => imported(cast, [['A-1', 'one', '2025-01-03', '?']], { deployment: 'claims' })
    await undoImport(cast.assessor, { org: cast.org, id: await move() })
    expect(await records(cast)).toEqual(before)

    const id = await move()
    await deleteDeployment(cast.admin, { org: cast.org, id: payments.id })
    const late = undoImport(cast.assessor, { org: cast.org, id })
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: expect.stringContaining('deleted') })
  })

  test('takes audits back as well', async () => {
    const { attacker: cast } = await twoOrganizations()
    const chunks = chunksOf(csvText(['ref', 'day', 'ok', 'bad'], ['S-1', '2025-02-01', 40, 10]))
    const map = { externalId: 'ref', auditedOn: 'day', passed: 'ok', failed: 'bad' }
    const { batchId } = await importAudits(cast.assessor, { org: cast.org, map, options: optionsOf(), chunks })
    await undoImport(cast.assessor, { org: cast.org, id: batchId ?? '' })
    expect(await records(cast)).toEqual({ incidents: [], audits: [], months: [], revisions: 0 })
  })

  test('is not for viewers, and another organization’s import looks absent', async () => {
    const { attacker, victim } = await twoOrganizations()
    const id = await imported(victim, [['A-1', 'one', '2025-01-03', '?']])
    const before = await records(victim)
    const asViewer = undoImport(victim.viewer, { org: victim.org, id })
    await expect(asViewer).rejects.toMatchObject({ code: 'forbidden' })
    for (const org of [victim.org, attacker.org]) {
      await expect(undoImport(attacker.admin, { org, id })).rejects.toMatchObject({ code: 'not-found' })
      await expect(getImport(attacker.admin, { org, id })).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await records(victim)).toEqual(before)
  })
})
