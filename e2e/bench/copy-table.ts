import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from, to } from 'pg-copy-streams'

/** A table of the product that COPY is measured with. */
export type Copied = 'incidents' | 'findings'

const twinOf = (table: Copied): string => `bench_${table}`

/** A table like the product's, with its indexes and foreign keys, and without the walls that COPY is refused under. */
export async function makeTwin(owner: Client, table: Copied): Promise<void> {
  const twin = twinOf(table)
  await owner.query(`DROP TABLE IF EXISTS ${twin}`)
  await owner.query(`CREATE TABLE ${twin} (LIKE ${table} INCLUDING ALL)`)
  const { rows } = await owner.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = '${table}'::regclass AND contype = 'f'`,
  )
  for (const { definition } of rows) await owner.query(`ALTER TABLE ${twin} ADD ${definition}`)
}

/** Writes an organization's rows to a file in the form that COPY reads. */
export async function saveRows(owner: Client, table: Copied, org: string, path: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT organization_id AS id FROM organization_directory WHERE slug = $1',
    [org],
  )
  // The walls hold for the owner too.
  await owner.query(`SET app.organization_ids = '{${rows[0]?.id}}'`)
  const columns = await writtenColumns(owner, table)
  await pipeline(owner.query(to(`COPY (SELECT ${columns} FROM ${table}) TO STDOUT`)), createWriteStream(path))
}

/** Seconds that COPY needs to load the file into the empty twin. */
export async function copySeconds(owner: Client, table: Copied, path: string): Promise<number> {
  await owner.query(`TRUNCATE ${twinOf(table)}`)
  const columns = await writtenColumns(owner, table)
  const began = performance.now()
  await pipeline(createReadStream(path), owner.query(from(`COPY ${twinOf(table)} (${columns}) FROM STDIN`)))
  return (performance.now() - began) / 1000
}

/** All columns but those that Postgres computes itself. */
async function writtenColumns(owner: Client, table: Copied): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
  )
  return rows.map(({ name }) => `"${name}"`).join(', ')
}
