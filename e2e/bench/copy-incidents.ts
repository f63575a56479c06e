import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from, to } from 'pg-copy-streams'

const TWIN = 'bench_incidents'

/** A table like `incidents`, with its indexes and foreign keys, and without the walls that COPY is refused under. */
export async function makeTwin(owner: Client): Promise<void> {
  await owner.query(`DROP TABLE IF EXISTS ${TWIN}`)
  await owner.query(`CREATE TABLE ${TWIN} (LIKE incidents INCLUDING ALL)`)
  const { rows } = await owner.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = 'incidents'::regclass AND contype = 'f'`,
  )
  for (const { definition } of rows) await owner.query(`ALTER TABLE ${TWIN} ADD ${definition}`)
}

/** Writes an organization's incidents to a file in the form that COPY reads. */
export async function saveRows(owner: Client, org: string, path: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT organization_id AS id FROM organization_directory WHERE slug = $1',
    [org],
  )
  // The walls hold for the owner too.
  await owner.query(`SET app.organization_ids = '{${rows[0]?.id}}'`)
  await pipeline(owner.query(to('COPY (SELECT * FROM incidents) TO STDOUT')), createWriteStream(path))
}

/** Seconds that COPY needs to load the file into the empty twin. */
export async function copySeconds(owner: Client, path: string): Promise<number> {
  await owner.query(`TRUNCATE ${TWIN}`)
  const began = performance.now()
  await pipeline(createReadStream(path), owner.query(from(`COPY ${TWIN} FROM STDIN`)))
  return (performance.now() - began) / 1000
}
