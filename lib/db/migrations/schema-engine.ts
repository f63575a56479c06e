import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { engineAdapter } from './engine-adapter'
import { schemaFiles } from './migration-files'

const PACKAGE = '@prisma/schema-engine-wasm'

let loading: Promise<typeof SchemaEngine> | undefined

/** Prisma's schema engine as WebAssembly: the same code as the binary that its command line would download. */
async function load(): Promise<typeof SchemaEngine> {
  // The engine hands its last words to this object; without it they are lost.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: fail } })
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve(PACKAGE))
  const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } })
  glue.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: begin } = instance.exports
  if (typeof begin === 'function') begin()
  return glue.SchemaEngine
}

function fail(message: string): never {
  throw new Error(`Prisma's schema engine gave up: ${message}`)
}

/**
 * Runs `work` with an engine that knows the product's schema and speaks to the database through one connection, on which
 * `work` may open a transaction. `onScriptError` gets what Postgres said about a script that failed.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine, pool: pg.Pool) => Promise<T>,
  onScriptError: (error: unknown) => void = () => {},
): Promise<T> {
  loading ??= load()
  const Engine = await loading
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 })
  pool.on('error', () => {})
  try {
    const datamodels = schemaFiles().files.map(({ path, content }): [string, string] => [path, content])
    const adapter = bindMigrationAwareSqlAdapterFactory(engineAdapter(pool, onScriptError))
    const engine = await Engine.new({ datamodels }, () => {}, adapter)
    const result = await work(engine, pool)
    engine.free()
    return result
  } finally {
    await pool.end()
  }
}
