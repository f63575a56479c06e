import { readFileSync } from 'node:fs'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourceFiles } from '@/e2e/law/source-tree'
import { newId } from '@/lib/kernel/id'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { privilegeRules, TENANT_RULES, type TenantRule, walledTables } from '@/lib/testing/tenant-rules'
import { APP_ROLE, OWNER_ROLE } from './roles/role-password'
import { withClient } from './with-client'

const POLICY = `organization_id = ANY (nullif(current_setting('app.organization_ids', true), '')::uuid[])`

let database: TestDatabase
let ownerUrl: string
let appUrl: string
let attacker: Cast
let victim: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ ownerUrl, appUrl } = database)
  ;({ attacker, victim } = await twoOrganizations())
  await deploymentOf(victim)
})

afterAll(() => database.close())

/** Runs something as the owner of the schema and takes it back. */
const tried = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    try {
      return await work(client)
    } finally {
      await client.query('ROLLBACK')
    }
  })

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

const faultsOf = (client: Client, rules: readonly TenantRule[]): Promise<string[][]> =>
  inTurn(rules, ({ violations }) => violations(client))

const rule = (name: string) => {
  const found = TENANT_RULES.find((one) => one.name === name)
  if (!found) throw new Error(`no rule "${name}"`)
  return found
}

const good = 'organization_id uuid NOT NULL REFERENCES organizations (id), id uuid NOT NULL'
const keyed = `${good}, PRIMARY KEY (organization_id, id)`
const wall = (column = POLICY, check = column) =>
  `ALTER TABLE probe ENABLE ROW LEVEL SECURITY; ALTER TABLE probe FORCE ROW LEVEL SECURITY;
   CREATE POLICY tenant ON probe USING (${column}) WITH CHECK (${check})`
const toDeployment = 'FOREIGN KEY (organization_id, deployment_id) REFERENCES deployments (organization_id, id)'

const KEYED = 'a tenant table is keyed by (organization_id, id)'
const NEVER_NULL = 'organization_id is a uuid and never null'
const UNIQUE = 'everything unique in a tenant table is unique within its organization'
const FORCED = 'row-level security is on and forced'
const GUARDED = 'one policy of the prescribed form guards reading and writing'
const UNTRIGGERED = 'no trigger stands on a tenant table'
const CARRIED = 'a key between tenant tables carries organization_id on both sides'
const PLAIN = 'a tenant table points at organizations and users by one column and at nothing else outside'
const INWARD = 'nothing outside points at a tenant table'
const KEPT = 'no key sets columns to null or default, and none cascades an update'

const table = (columns: string, more = '') => `CREATE TABLE probe (${columns}); ${more}`
const noop = `CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`
const crossed = 'CONSTRAINT crossed FOREIGN KEY (other, deployment_id) REFERENCES deployments (organization_id, id)'

/** For each rule, tables that forget it and what it must name. */
const BAD: [rule: string, fault: string, sql: string, named: string][] = [
  [KEYED, 'an id alone', table(`${good}, PRIMARY KEY (id)`), 'probe'],
  [KEYED, 'the other order', table(`${good}, PRIMARY KEY (id, organization_id)`), 'probe'],
  [KEYED, 'no key', table(good), 'probe'],
  [NEVER_NULL, 'a nullable organization', table('organization_id uuid, id uuid PRIMARY KEY'), 'probe'],
  [NEVER_NULL, 'an organization in text', table('organization_id text NOT NULL'), 'probe'],
  [UNIQUE, 'a column unique for all', table(`${keyed}, email text UNIQUE`), 'probe_email_key'],
  [
    UNIQUE,
    'an index over an expression',
    table(`${keyed}, email text`, 'CREATE UNIQUE INDEX mail ON probe (lower(email))'),
    'mail',
  ],
  [FORCED, 'no wall', table(keyed), 'probe'],
  [
    FORCED,
    'a wall the owner walks through',
    table(keyed, `${wall()}; ALTER TABLE probe NO FORCE ROW LEVEL SECURITY`),
    'probe',
  ],
  [GUARDED, 'no policy', table(keyed), 'probe'],
  [GUARDED, 'a policy that lets all read', table(keyed, wall('true')), 'probe'],
  [GUARDED, 'a policy that lets all write', table(keyed, wall(POLICY, 'true')), 'probe'],
  [GUARDED, 'a second, wider policy', table(keyed, `${wall()}; CREATE POLICY second ON probe USING (true)`), 'probe'],
  [
    GUARDED,
    'a policy for reading only',
    table(keyed, `CREATE POLICY tenant ON probe FOR SELECT USING (${POLICY})`),
    'probe',
  ],
  [
    UNTRIGGERED,
    'a trigger',
    table(keyed, `${noop}; CREATE TRIGGER touched BEFORE UPDATE ON probe FOR EACH ROW EXECUTE FUNCTION noop()`),
    'touched',
  ],
  [CARRIED, 'another column in its place', table(`${keyed}, other uuid, deployment_id uuid, ${crossed}`), 'crossed'],
  [
    PLAIN,
    'a key to sessions',
    table(`${keyed}, session_id uuid CONSTRAINT outward REFERENCES sessions (id)`),
    'outward',
  ],
  [
    PLAIN,
    'a key to a slug',
    table(`${keyed}, slug text CONSTRAINT named REFERENCES organization_directory (slug)`),
    'named',
  ],
  [INWARD, 'a key from outside', table(`id uuid PRIMARY KEY, other uuid, deployment_id uuid, ${crossed}`), 'crossed'],
  [
    KEPT,
    'SET NULL',
    table(`${keyed}, deployment_id uuid, CONSTRAINT emptied ${toDeployment} ON DELETE SET NULL`),
    'emptied',
  ],
  [
    KEPT,
    'SET DEFAULT',
    table(`${keyed}, deployment_id uuid, CONSTRAINT reset ${toDeployment} ON DELETE SET DEFAULT`),
    'reset',
  ],
  [
    KEPT,
    'ON UPDATE CASCADE',
    table(`${keyed}, deployment_id uuid, CONSTRAINT moved ${toDeployment} ON UPDATE CASCADE`),
    'moved',
  ],
]

describe('rules for every table with an organization_id', () => {
  test.each(TENANT_RULES.map((one) => [one.name, one] as const))('%s', async (_, { violations }) => {
    expect(await withClient(ownerUrl, violations)).toEqual([])
  })

  test('every rule is shown to bite', () => {
    expect(TENANT_RULES.map(({ name }) => name).filter((name) => !BAD.some(([shown]) => shown === name))).toEqual([])
  })

  test.each(BAD)('"%s" bites on %s', async (name, _, sql, named) => {
    const faults = await tried(async (client) => {
      await client.query(sql)
      return rule(name).violations(client)
    })
    expect(faults).toEqual([named])
  })

  test('a table that keeps every rule is named by none', async () => {
    const faults = await tried(async (client) => {
      await client.query(`CREATE TABLE probe (${keyed}, deployment_id uuid, ${toDeployment}); ${wall()}`)
      return faultsOf(client, TENANT_RULES)
    })
    expect(faults.flat()).toEqual([])
  })

  test('the tables they were asked about are the tenant’s', async () => {
    const names = await withClient(ownerUrl, walledTables)
    expect(names).toEqual(expect.arrayContaining(['organizations', 'deployments', 'incidents', 'audit_entries']))
    expect(names).not.toEqual(expect.arrayContaining(['memberships']))
  })
})

describe('the application’s role', () => {
  test.each(privilegeRules(APP_ROLE).map((one) => [one.name, one] as const))('%s', async (_, { violations }) => {
    expect(await withClient(ownerUrl, violations)).toEqual([])
  })

  test('each of these rules bites on a role that may more', async () => {
    const broken = await tried((client) => faultsOf(client, privilegeRules(OWNER_ROLE)))
    const [owns, , audit, more] = broken.map((faults) => faults.length > 0)
    expect([owns, audit, more]).toEqual([true, true, true])
    const superuser = new URL(database.setupUrl).username
    expect(await tried(async (client) => privilegeRules(superuser)[1]?.violations(client))).toContain(superuser)
  })

  test('an update or a deletion in the audit log is refused by the database', async () => {
    for (const change of ['UPDATE audit_entries SET action = action', 'DELETE FROM audit_entries']) {
      expect(await codeOf(change, victim.organization.id)).toBe('42501')
    }
  })
})

/** The database's error code of a statement run as the application for these organizations; null when it succeeds. */
const codeOf = (sql: string, ...ids: string[]): Promise<string | null> =>
  asApp(ids, async (client) => {
    try {
      await client.query(sql)
      return null
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error)
    }
  })

const asApp = <T>(ids: readonly string[] | null, work: (client: Client) => Promise<T>): Promise<T> =>
  withClient(appUrl, async (client) => {
    await client.query('BEGIN')
    if (ids) await client.query(`SET LOCAL app.organization_ids = '{${ids.join(',')}}'`)
    const result = await work(client)
    await client.query('ROLLBACK')
    return result
  })

const rowsOf = async (client: Client, table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n)

describe('the walls', () => {
  test('a transaction that named no organization sees no row of any tenant table', async () => {
    const tables = await withClient(ownerUrl, walledTables)
    const counts = await asApp(null, (client) => inTurn(tables, (table) => rowsOf(client, table)))
    expect(counts).toEqual(tables.map(() => 0))
  })

  test('even the owner of the tables sees none', async () => {
    expect(await tried((client) => rowsOf(client, 'organizations'))).toBe(0)
  })

  test('a transaction sees the organizations it named and no other, whatever it asks for', async () => {
    const [mine, theirs] = await asApp([attacker.organization.id], async (client) => [
      await rowsOf(client, 'organizations'),
      await rowsOf(client, `deployments WHERE organization_id = '${victim.organization.id}'`),
    ])
    expect([mine, theirs]).toEqual([1, 0])
    expect(await asApp([victim.organization.id], (client) => rowsOf(client, 'deployments'))).toBe(1)
  })

  test('writing into another organization is refused by the database itself', async () => {
    const insert = `INSERT INTO deployments VALUES ('${victim.organization.id}', '${newId()}', 'taken', 'Taken', '', now())`
    expect(await codeOf(insert, attacker.organization.id)).toBe('42501')
    expect(await codeOf(insert, victim.organization.id)).toBe(null)
    const move = `UPDATE deployments SET organization_id = '${attacker.organization.id}'`
    expect(await codeOf(move, victim.organization.id)).toBe('42501')
  })
})

describe('the source', () => {
  const CALL = /set_config\s*\(\s*['"$\w]/i

  test('names tenants with SET LOCAL alone: set_config() would stay on a coordinator', () => {
    const code = sourceFiles().filter(
      (path) => /\.(ts|tsx|mjs|sql)$/.test(path) && !path.endsWith('rules.integration.test.ts'),
    )
    expect(code.filter((path) => CALL.test(readFileSync(path, 'utf8')))).toEqual([])
  })

  test.each([`SELECT set_config('app.organization_ids', $1, true)`, 'set_config ($1, $2, true)'])(
    '%s is a call',
    (line) => {
      expect(CALL.test(line)).toBe(true)
    },
  )
})
