import pg from 'pg'
import { CHECKS } from '@/lib/checks/registry'
import { ORGANIZATIONS } from './fill-statements'

/** A connection, a run of it that reached its verdicts, and what each check said in it. */
const PLACES = [
  `INSERT INTO connections (organization_id, id, name, kind, settings, created_by, updated_at)
   SELECT id, uuidv7(), 'connection ' || n, 'aws', '{}', 'Ada', now() FROM organizations, generate_series(1, 4) n`,
  `INSERT INTO runs (organization_id, id, connection_id, state, trigger, requested_by, finished_at)
   SELECT organization_id, uuidv7(), id, 'done', 'schedule', 'Ada', now() FROM connections`,
  `UPDATE connections c SET latest_run_id = r.id FROM runs r
   WHERE r.organization_id = c.organization_id AND r.connection_id = c.id`,
]

const VERDICTS = `
  INSERT INTO check_verdicts (organization_id, id, run_id, check_id, account, verdict, numerator, denominator, undecided, gaps,
    facts_at)
  SELECT organization_id, uuidv7(), id, check_id, '111111111111', CASE WHEN n % 3 = 0 THEN 'fail' ELSE 'pass' END::"Verdict",
    CASE WHEN n % 3 = 0 THEN 60 ELSE 100 END, 100, 0, '[]', now()
  FROM runs, unnest($1::text[]) WITH ORDINALITY AS checks (check_id, n)`

/** Each check has its share, one in five is resolved, runs every six hours open many at one instant. */
const FINDINGS = `
  INSERT INTO findings (organization_id, id, connection_id, key, check_id, source, resource_type, resource_id, resource_name,
    account, region, title, message, severity, given_severity, state, capabilities, layer, detail, opened_at, last_seen_at,
    resolved_at, owner_id, owner_name, exception_until)
  SELECT c.organization_id, uuidv7(), c.id, sha256(convert_to(n::text, 'UTF8')), k.id, 'check', 'aws_s3_bucket',
    'arn:aws:s3:::bucket-' || n, 'bucket-' || n, (111111111111 + n % 50)::text,
    (ARRAY['eu-west-1', 'eu-central-1', 'us-east-1'])[1 + n % 3], k.title, 'Bucket ' || n || ' does not hold what is asked',
    k.severity::"FindingSeverity", k.severity::"FindingSeverity",
    CASE WHEN n % 5 = 4 THEN 'resolved' ELSE 'open' END::"FindingState", string_to_array(k.capabilities, ','),
    left(k.capabilities, 3)::"Layer", jsonb_build_object('bucket', n), at, now(),
    CASE WHEN n % 5 = 4 THEN now() END, CASE WHEN n % 11 = 0 THEN '0190a8f0-0000-7000-8000-000000000001'::uuid END,
    CASE WHEN n % 11 = 0 THEN 'Ada' END, CASE WHEN n % 23 = 0 THEN current_date + 30 - (n % 60)::int END
  FROM generate_series(1, $1::int) n
  JOIN (SELECT *, row_number() OVER (ORDER BY name) - 1 AS place FROM connections) c ON c.place = n % 4
  JOIN json_to_recordset($2::json) AS k (place int, id text, title text, severity text, capabilities text)
    ON k.place = (n * 7) % $3::int,
  LATERAL (SELECT now() - (n % 360) * interval '6 hours' AS at) seen`

const COUNTS = `
  INSERT INTO finding_counts (organization_id, id, connection_id, check_id, severity, state, layer, capabilities, assigned,
    exception_until, findings)
  SELECT organization_id, uuidv7(), connection_id, check_id, severity, state, coalesce(layer::text, ''),
    array_to_string(capabilities, ','), owner_id IS NOT NULL, coalesce(exception_until, '0001-01-01'), count(*)
  FROM findings
  GROUP BY organization_id, connection_id, check_id, severity, state, layer, capabilities, owner_id IS NOT NULL, exception_until`

/**
 * Fills an empty database with one organization, four connections and so many findings of all checks, straight into the
 * tables. Gives the organization's slug.
 */
export async function fillFindings(setupUrl: string, findings: number): Promise<string> {
  const client = new pg.Client({ connectionString: setupUrl })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(ORGANIZATIONS, [1])
    for (const statement of PLACES) await client.query(statement)
    await client.query(VERDICTS, [CHECKS.map(({ id }) => id)])
    const checks = CHECKS.map(({ id, title, severity, capabilities }, place) => ({
      place,
      id,
      title,
      severity,
      capabilities: capabilities.join(','),
    }))
    await client.query(FINDINGS, [findings, JSON.stringify(checks), checks.length])
    await client.query(COUNTS)
    await client.query('VACUUM ANALYZE')
    const { rows } = await client.query<{ slug: string }>('SELECT slug FROM organization_directory')
    return rows[0]?.slug ?? ''
  } finally {
    await client.end()
  }
}
