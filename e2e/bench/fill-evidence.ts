import { createHash, randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { framework } from '@/lib/framework/framework'
import { assessMaturity } from '@/lib/maturity/assess-maturity'

const SLICE = 64 * 1024
const SLICES = 128
/** As a log of accesses is: words that come again, numbers that do not. */
const WORDS = ['GET', 'POST', 'allow', 'deny', 'payments', 'eu-west-1', 'policy', 'principal', 'assumed-role', '200']

/** Slices of text that every file is made of, each in another order. */
function slices(): Buffer[] {
  return Array.from({ length: SLICES }, () => {
    const random = randomBytes(SLICE / 8)
    let text = ''
    for (let i = 0; text.length < SLICE; i += 4) {
      const word = WORDS[(random[i % random.length] ?? 0) % WORDS.length]
      text += `2026-03-01T10:${String(i % 60).padStart(2, '0')}:00Z ${word} ${random.readUInt32LE(i % (random.length - 4))}\n`
    }
    return Buffer.from(text.slice(0, SLICE))
  })
}

/** The paths of the files, and their bytes in all. `change` replaces the first by another one. */
export type FilledEvidence = { paths: string[]; bytes: number; change(): Promise<void> }

/** Gives the organization an approved assessment with so many files of 8 MiB, straight into tables and folders. */
export async function fillEvidence(setupUrl: string, dataDir: string, files: number): Promise<FilledEvidence> {
  const client = new pg.Client({ connectionString: setupUrl })
  await client.connect()
  await client.query('SET session_replication_role = replica')
  const { rows } = await client.query<{ id: string }>('SELECT id FROM organizations')
  const organization = rows[0]?.id ?? ''
  const answer = await answered(client, organization)
  const parts = slices()
  const kept = async (n: number, mark: string) => {
    const content = Buffer.concat([Buffer.from(`${mark}\n`), ...parts.slice(n % SLICES), ...parts.slice(0, n % SLICES)])
    const sha256 = createHash('sha256').update(content).digest('hex')
    const folder = join(dataDir, 'blobs', organization, sha256.slice(0, 2))
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, sha256), content)
    return { sha256, bytes: content.length, path: join(folder, sha256) }
  }
  const paths: string[] = []
  let [bytes, first] = [0, '']
  for (let n = 0; n < files; n += 1) {
    const file = await kept(n, `file ${n}`)
    const { rows: added } = await client.query<{ id: string }>(
      `INSERT INTO evidence (organization_id, id, answer_id, kind, title, media_type, bytes, sha256, collected_on, collector)
       VALUES ($1, uuidv7(), $2, 'file', $3, 'text/plain', $4, $5, '2026-02-01', 'Ada') RETURNING id`,
      [organization, answer, `Log ${n}`, file.bytes, file.sha256],
    )
    if (n === 0) first = added[0]?.id ?? ''
    paths.push(file.path)
    bytes += file.bytes
  }
  await client.end()
  return {
    paths,
    bytes,
    async change() {
      const file = await kept(0, 'changed')
      const again = new pg.Client({ connectionString: setupUrl })
      await again.connect()
      await again.query('UPDATE evidence SET sha256 = $1, bytes = $2 WHERE id = $3', [file.sha256, file.bytes, first])
      await again.end()
    },
  }
}

async function answered(client: pg.Client, organization: string): Promise<string> {
  const made = async (sql: string, values: unknown[]) => (await client.query<{ id: string }>(sql, values)).rows[0]?.id
  const deployment = await made(
    `INSERT INTO deployments (organization_id, id, slug, name, environment) VALUES ($1, uuidv7(), 'main', 'Main', 'AWS') RETURNING id`,
    [organization],
  )
  const assessed = { capability: 'MON-01', status: 'assessed', stage: 2, targetStage: null, evidence: [] } as const
  const maturity = assessMaturity({ framework, answers: [assessed], asOf: '2026-02-01' })
  const assessment = await made(
    `INSERT INTO assessments (organization_id, id, deployment_id, name, as_of, state, framework, created_by, submitted_by,
       submitted_at, approved_by, approved_at, maturity, updated_at)
     VALUES ($1, uuidv7(), $2, 'All', '2026-02-01', 'approved', $3, 'Ada', 'Ada', now(), 'Ben', now(), $4, now()) RETURNING id`,
    [organization, deployment, framework.version, maturity],
  )
  return (
    (await made(
      `INSERT INTO answers (organization_id, id, assessment_id, capability, status, stage, rationale, updated_by, updated_at)
       VALUES ($1, uuidv7(), $2, 'MON-01', 'assessed', 2, '', 'Ada', now()) RETURNING id`,
      [organization, assessment],
    )) ?? ''
  )
}
