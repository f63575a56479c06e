import type { Client } from 'pg'

/** Tables that name an organization and are still read before any tenant is known. */
const NOT_A_TENANTS = ['memberships', 'organization_directory']
/** What is written once: acts, signed heads and decisions. */
const APPEND_ONLY = ['audit_entries', 'audit_checkpoints', 'statements', 'audit_request_entries', 'audit_request_files']
/** Logs that a retention rule may shorten, and nobody rewrite. */
const NEVER_REWRITTEN = ['access_decisions', 'run_events']
/** What a tenant table may point at besides its own kind. */
const PLAIN_TARGETS = ['organizations', 'users']

/** One rule of the architecture's table for distribution: what in the database's own catalogues breaks it, by name. */
export type TenantRule = { name: string; violations: (client: Client) => Promise<string[]> }

const asking =
  (sql: string) =>
  async (client: Client): Promise<string[]> =>
    (await client.query<{ fault: string }>(sql)).rows.map((row) => row.fault)

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

const TABLES = `
  WITH tenant AS (
    SELECT c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnum, a.attnotnull, a.atttypid
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND c.relname NOT IN (${quoted(NOT_A_TENANTS)})
  ), walled AS (
    SELECT oid, relname, relrowsecurity, relforcerowsecurity, 'organization_id' AS key FROM tenant
    UNION ALL
    SELECT oid, relname, relrowsecurity, relforcerowsecurity, 'id' FROM pg_class WHERE oid = 'organizations'::regclass
  ), columns AS (
    SELECT attrelid, attnum, attname::text AS name FROM pg_attribute
  ), keys AS (
    SELECT f.*, f.conrelid::regclass::text AS source, f.confrelid::regclass::text AS target,
      (SELECT array_agg(c.name ORDER BY k.place) FROM unnest(f.conkey) WITH ORDINALITY k (attnum, place)
        JOIN columns c ON c.attrelid = f.conrelid AND c.attnum = k.attnum) AS from_columns,
      (SELECT array_agg(c.name ORDER BY k.place) FROM unnest(f.confkey) WITH ORDINALITY k (attnum, place)
        JOIN columns c ON c.attrelid = f.confrelid AND c.attnum = k.attnum) AS to_columns,
      f.conrelid IN (SELECT oid FROM tenant) AS from_tenant, f.confrelid IN (SELECT oid FROM tenant) AS to_tenant
    FROM pg_constraint f WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace
  )`

const policy = (column: string): string =>
  `(${column} = ANY ((NULLIF(current_setting('app.organization_ids'::text, true), ''::text))::uuid[]))`

const tables: TenantRule[] = [
  {
    name: 'a tenant table is keyed by (organization_id, id)',
    violations: asking(`${TABLES}
      SELECT t.relname AS fault FROM tenant t
      LEFT JOIN pg_constraint p ON p.conrelid = t.oid AND p.contype = 'p'
      WHERE p.oid IS NULL OR (SELECT array_agg(c.name ORDER BY k.place) FROM unnest(p.conkey) WITH ORDINALITY k (attnum, place)
        JOIN columns c ON c.attrelid = t.oid AND c.attnum = k.attnum) <> '{organization_id,id}'`),
  },
  {
    name: 'organization_id is a uuid and never null',
    violations: asking(`${TABLES}
      SELECT relname AS fault FROM tenant WHERE NOT attnotnull OR atttypid <> 'uuid'::regtype`),
  },
  {
    name: 'everything unique in a tenant table is unique within its organization',
    violations: asking(`${TABLES}
      SELECT i.indexrelid::regclass::text AS fault FROM pg_index i JOIN tenant t ON t.oid = i.indrelid
      WHERE (i.indisunique OR i.indisexclusion) AND NOT t.attnum = ANY (i.indkey::smallint[])`),
  },
  {
    name: 'row-level security is on and forced',
    violations: asking(`${TABLES}
      SELECT relname AS fault FROM walled WHERE NOT (relrowsecurity AND relforcerowsecurity)`),
  },
  {
    name: 'one policy of the prescribed form guards reading and writing',
    violations: asking(`${TABLES}
      SELECT w.relname AS fault FROM walled w LEFT JOIN pg_policies p
        ON p.schemaname = 'public' AND p.tablename = w.relname
      GROUP BY w.relname, w.key
      HAVING count(p.policyname) <> 1 OR NOT bool_and(p.permissive = 'PERMISSIVE' AND p.cmd = 'ALL'
        AND p.roles = '{public}' AND p.qual = p.with_check
        AND p.qual = replace($$${policy('KEY')}$$, 'KEY', w.key))`),
  },
  {
    name: 'no trigger stands on a tenant table',
    violations: asking(`${TABLES}
      SELECT g.tgname::text AS fault FROM pg_trigger g JOIN walled w ON w.oid = g.tgrelid WHERE NOT g.tgisinternal`),
  },
]

const foreignKeys: TenantRule[] = [
  {
    name: 'a key between tenant tables carries organization_id on both sides',
    violations: asking(`${TABLES}
      SELECT conname::text AS fault FROM keys WHERE from_tenant AND to_tenant
        AND NOT coalesce(array_position(from_columns, 'organization_id') = array_position(to_columns, 'organization_id'), false)`),
  },
  {
    name: 'a tenant table points at organizations and users by one column and at nothing else outside',
    violations: asking(`${TABLES}
      SELECT conname::text AS fault FROM keys WHERE from_tenant AND NOT to_tenant
        AND (target NOT IN (${quoted(PLAIN_TARGETS)}) OR cardinality(from_columns) <> 1 OR to_columns <> '{id}')`),
  },
  {
    name: 'nothing outside points at a tenant table',
    violations: asking(`${TABLES} SELECT conname::text AS fault FROM keys WHERE NOT from_tenant AND to_tenant`),
  },
  {
    name: 'no key sets columns to null or default, and none cascades an update',
    violations: asking(`${TABLES}
      SELECT conname::text AS fault FROM keys WHERE confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd', 'c')`),
  },
]

/** What the application's role must not be able to do, whatever the policies say. */
export const privilegeRules = (role: string): TenantRule[] => [
  {
    name: 'the application’s role owns nothing',
    violations: asking(`
      SELECT oid::regclass::text AS fault FROM pg_class WHERE relowner = '${role}'::regrole
      UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = '${role}'::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = '${role}'::regrole
      UNION ALL SELECT typname FROM pg_type WHERE typowner = '${role}'::regrole
      UNION ALL SELECT datname FROM pg_database WHERE datdba = '${role}'::regrole`),
  },
  {
    name: 'the application’s role cannot step over the walls',
    violations: asking(`
      SELECT rolname::text AS fault FROM pg_roles WHERE rolname = '${role}'
        AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
      UNION ALL SELECT roleid::regrole::text FROM pg_auth_members WHERE member = '${role}'::regrole`),
  },
  {
    name: 'the application’s role appends to the logs and changes nothing in them',
    violations: asking(`
      SELECT privilege_type AS fault FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND table_name IN (${quoted(APPEND_ONLY)}) AND grantee IN ('${role}', 'PUBLIC')
        AND privilege_type NOT IN ('SELECT', 'INSERT')
      UNION ALL SELECT privilege_type || ' of ' || column_name FROM information_schema.role_column_grants
      WHERE table_schema = 'public' AND table_name IN (${quoted(APPEND_ONLY)}) AND grantee IN ('${role}', 'PUBLIC')
        AND privilege_type NOT IN ('SELECT', 'INSERT')`),
  },
  {
    name: 'the application’s role rewrites no log that it may shorten',
    violations: asking(`
      SELECT table_name || ': ' || privilege_type AS fault FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND table_name IN (${quoted(NEVER_REWRITTEN)}) AND grantee IN ('${role}', 'PUBLIC')
        AND privilege_type = 'UPDATE'
      UNION ALL SELECT table_name || ': UPDATE of ' || column_name FROM information_schema.role_column_grants
      WHERE table_schema = 'public' AND table_name IN (${quoted(NEVER_REWRITTEN)}) AND grantee IN ('${role}', 'PUBLIC')
        AND privilege_type = 'UPDATE'`),
  },
  {
    name: 'the application’s role reads and writes rows and may do nothing else to a table',
    violations: asking(`
      SELECT table_name || ': ' || privilege_type AS fault FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee IN ('${role}', 'PUBLIC')
        AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`),
  },
]

/** Every rule of architecture §6, so that a table added later cannot forget one. */
export const TENANT_RULES: readonly TenantRule[] = [...tables, ...foreignKeys]

/** The names of all tables behind the walls, organizations among them. */
export const walledTables = (client: Client): Promise<string[]> =>
  asking(`${TABLES} SELECT relname::text AS fault FROM walled ORDER BY 1`)(client)
