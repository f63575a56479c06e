import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

export type MigrationFile = { name: string; script: string; checksum: string }

const SCRIPT = 'migration.sql'
const LOCK = 'migration_lock.toml'
/** Every npm script runs at the project's root. */
const ROOT = resolve('prisma')

/** The migrations of this version of the product, oldest first. The checksum is the one Prisma keeps (SHA-256, hex). */
export function migrationFiles(): MigrationFile[] {
  const names = readdirSync(join(ROOT, 'migrations'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => ({ name, script: readFileSync(join(ROOT, 'migrations', name, SCRIPT), 'utf8') }))
    .map(({ name, script }) => ({ name, script, checksum: createHash('sha256').update(script).digest('hex') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The same in the form the schema engine reads. */
export const migrationList = (files: readonly MigrationFile[]): MigrationList => ({
  baseDir: join(ROOT, 'migrations'),
  lockfile: { path: LOCK, content: readFileSync(join(ROOT, 'migrations', LOCK), 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: files.map(({ name, script }) => ({
    path: name,
    migrationFile: { path: SCRIPT, content: { tag: 'ok', value: script } },
  })),
})

/** The Prisma schema, one file an aggregate. */
export function schemaFiles(): SchemasContainer {
  const names = readdirSync(join(ROOT, 'schema')).filter((name) => name.endsWith('.prisma'))
  return { files: names.map((path) => ({ path, content: readFileSync(join(ROOT, 'schema', path), 'utf8') })) }
}
