import { schemaFiles } from './migration-files'
import { withSchemaEngine } from './schema-engine'

/**
 * How a migrated database differs from prisma/schema, as the schema engine sees it: null when it does not, else the
 * engine's description of what would have to change. It compares tables, columns, types, enums, keys and indexes.
 * Row-level security, policies, grants, check constraints and triggers have no spelling in a Prisma schema and are
 * invisible to it.
 */
export async function schemaDrift(ownerUrl: string): Promise<string | null> {
  const { exitCode, stdout } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', ...schemaFiles(), configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', ...schemaFiles() },
      script: false,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return exitCode === 0 ? null : (stdout ?? 'The schema engine reports a difference without naming it.')
}
