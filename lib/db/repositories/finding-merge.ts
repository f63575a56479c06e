/** What a finding is counted by, as SQL over its row. */
export const COUNTED = (row: string): string =>
  `${row}.connection_id, ${row}.check_id, ${row}.severity, ${row}.state, coalesce(${row}.layer::text, '') AS layer,
   array_to_string(${row}.capabilities, ',') AS capabilities, ${row}.owner_id IS NOT NULL AS assigned,
   coalesce(${row}.exception_until, '0001-01-01') AS exception_until`

const GROUP = 'connection_id, check_id, severity, state, layer, capabilities, assigned, exception_until'

/** Adds up what `moved` (the counted columns and n) says. Groups of nothing are left for the sweep. */
export const COUNT_MOVED = `INSERT INTO finding_counts (organization_id, id, ${GROUP}, findings)
  SELECT @organization::uuid, gen_random_uuid(), ${GROUP}, sum(n)::int FROM moved GROUP BY ${GROUP} HAVING sum(n) <> 0 ORDER BY ${GROUP}
  ON CONFLICT (organization_id, ${GROUP}) DO UPDATE SET findings = finding_counts.findings + excluded.findings`

/** Columns of a finding that follow what was last seen of it. */
const FOLLOWING = `check_id = seen.check_id, source = seen.source, resource_type = seen.resource_type,
  resource_name = seen.resource_name, account = seen.account, region = seen.region, title = seen.title,
  message = seen.message, given_severity = seen.severity, severity = coalesce(known.severity_override, seen.severity),
  capabilities = seen.capabilities, layer = seen.layer, detail = seen.detail, provenance = seen.provenance`

/** Resolves the open findings that `chosen` names. */
const resolving = (which: string) => `WITH ${which},
  before AS (SELECT known.id, ${COUNTED('known')} FROM findings known JOIN chosen ON chosen.id = known.id
    WHERE known.organization_id = @organization::uuid),
  changed AS (UPDATE findings known SET state = 'resolved', resolved_at = @at::timestamptz FROM before
    WHERE known.organization_id = @organization::uuid AND known.id = before.id RETURNING known.id, ${COUNTED('known')}),
  told AS (INSERT INTO finding_events (organization_id, id, finding_id, at, kind, run_id, detail)
    SELECT @organization::uuid, gen_random_uuid(), id, @at::timestamptz, 'resolved', @run::uuid, '{}' FROM changed),
  moved AS (SELECT ${GROUP}, -1 AS n FROM before UNION ALL SELECT ${GROUP}, 1 FROM changed),
  counted AS (${COUNT_MOVED})
  SELECT count(*)::int AS n FROM changed`

const SCOPE = `scope AS (SELECT check_id, account, coalesce(held, '{}') AS held
  FROM json_to_recordset(@scopes::json) AS given (check_id text, account text, held text[]))`
const IN_SCOPE = `known.check_id = scope.check_id AND known.source = @source AND (scope.account IS NULL OR known.account = scope.account)`

/**
 * The statements of a merge, with named parameters: `@run` is the run or the import and `@at` its instant. `see` and `keep`
 * take arrays in order.
 */
export const MERGE = {
  open: [
    `CREATE TEMP TABLE IF NOT EXISTS finding_seen (ordinal int4, key bytea, fresh_id uuid, event_id uuid, check_id text,
       source text, resource_type text, resource_id text, resource_name text, account text, region text, title text,
       message text, severity "FindingSeverity", capabilities text[], layer "Layer", detail jsonb, provenance jsonb)
       ON COMMIT DROP`,
    'CREATE TEMP TABLE IF NOT EXISTS finding_kept (key bytea, passed bool) ON COMMIT DROP',
    `CREATE TEMP TABLE IF NOT EXISTS finding_news (ordinal int4, key bytea, known_id uuid, verdict text, again bool)
       ON COMMIT DROP`,
    'TRUNCATE finding_seen, finding_kept, finding_news',
  ],
  see: `INSERT INTO finding_seen
    SELECT ordinal, decode(key, 'hex'), fresh_id, event_id, check_id, source, resource_type, resource_id, resource_name,
      account, region, title, message, severity::"FindingSeverity", string_to_array(capabilities, ','), layer::"Layer",
      detail::jsonb, provenance::jsonb
    FROM unnest($1::int4[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
      $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[])
      AS sent (ordinal, key, fresh_id, event_id, check_id, source, resource_type, resource_id, resource_name, account,
        region, title, message, severity, capabilities, layer, detail, provenance)`,
  keep: `INSERT INTO finding_kept SELECT decode(key, 'hex'), $2::bool FROM unnest($1::text[]) AS sent (key)`,
  /** One writer a connection: what is compared stays true until it is written. */
  hold: `SELECT id FROM connections WHERE organization_id = @organization::uuid AND id = @connection::uuid FOR NO KEY UPDATE`,
  compare: `INSERT INTO finding_news
    SELECT latest.ordinal, latest.key, known.id,
      CASE WHEN known.id IS NULL THEN 'opened' WHEN known.state = 'resolved' THEN 'reopened' ELSE 'persisting' END,
      known.last_run_id IS NOT DISTINCT FROM @run::uuid
    FROM (SELECT DISTINCT ON (key) key, ordinal FROM finding_seen ORDER BY key, ordinal DESC) latest
    LEFT JOIN findings known
      ON known.organization_id = @organization::uuid AND known.connection_id = @connection::uuid AND known.key = latest.key`,
  create: `WITH created AS (INSERT INTO findings AS known (organization_id, id, connection_id, key, check_id, source,
      resource_type, resource_id, resource_name, account, region, title, message, severity, given_severity, capabilities,
      layer, detail, provenance, opened_at, last_seen_at, last_run_id)
    SELECT @organization::uuid, fresh_id, @connection::uuid, seen.key, check_id, source, resource_type, resource_id, resource_name, account,
      region, title, message, severity, severity, capabilities, layer, detail, provenance, @at::timestamptz,
      @at::timestamptz, @run::uuid
    FROM finding_news news JOIN finding_seen seen ON seen.ordinal = news.ordinal WHERE news.verdict = 'opened'
    RETURNING ${COUNTED('known')}),
    moved AS (SELECT ${GROUP}, 1 AS n FROM created)
    ${COUNT_MOVED}`,
  change: `WITH before AS (SELECT known.id, ${COUNTED('known')} FROM findings known
      JOIN finding_news news ON news.known_id = known.id WHERE known.organization_id = @organization::uuid),
    changed AS (UPDATE findings known SET ${FOLLOWING}, state = 'open', resolved_at = NULL,
        last_seen_at = @at::timestamptz, last_run_id = @run::uuid,
        runs_seen = known.runs_seen + (known.last_run_id IS DISTINCT FROM @run::uuid)::int,
        reopened = known.reopened + (known.state = 'resolved')::int
      FROM finding_news news JOIN finding_seen seen ON seen.ordinal = news.ordinal
      WHERE known.organization_id = @organization::uuid AND known.id = news.known_id RETURNING ${COUNTED('known')}),
    moved AS (SELECT ${GROUP}, -1 AS n FROM before UNION ALL SELECT ${GROUP}, 1 FROM changed)
    ${COUNT_MOVED}`,
  tell: `INSERT INTO finding_events (organization_id, id, finding_id, at, kind, run_id, detail)
    SELECT @organization::uuid, seen.event_id, coalesce(news.known_id, seen.fresh_id), @at::timestamptz, news.verdict, @run::uuid, '{}'
    FROM finding_news news JOIN finding_seen seen ON seen.ordinal = news.ordinal WHERE news.verdict <> 'persisting'`,
  resolveAbsent: resolving(`${SCOPE}, chosen AS (SELECT known.id FROM findings known JOIN scope ON ${IN_SCOPE}
    WHERE known.organization_id = @organization::uuid AND known.connection_id = @connection::uuid AND known.rank < 10
      AND (cardinality(scope.held) = 0 OR (known.region <> '' AND known.region <> ALL (scope.held)))
      AND NOT EXISTS (SELECT 1 FROM finding_seen seen WHERE seen.key = known.key)
      AND NOT EXISTS (SELECT 1 FROM finding_kept kept WHERE kept.key = known.key))`),
  resolvePassed: resolving(`chosen AS (SELECT known.id FROM findings known
    WHERE known.organization_id = @organization::uuid AND known.connection_id = @connection::uuid AND known.rank < 10
      AND known.key IN (SELECT key FROM finding_kept WHERE passed EXCEPT SELECT key FROM finding_seen))`),
  sweep: `DELETE FROM finding_counts WHERE organization_id = @organization::uuid AND connection_id = @connection::uuid AND findings = 0`,
  /** What this run did: transitions of this call, and of an earlier one of the same run. */
  total: `SELECT coalesce(earlier.kind, news.verdict) AS verdict, count(*)::int AS n FROM finding_news news
    LEFT JOIN LATERAL (SELECT kind FROM finding_events event
      WHERE news.again AND event.organization_id = @organization::uuid AND event.finding_id = news.known_id
        AND event.run_id = @run::uuid AND event.kind IN ('opened', 'reopened') LIMIT 1) earlier ON true
    GROUP BY 1`,
  resolvedBefore: `WITH ${SCOPE} SELECT count(*)::int AS n FROM findings known JOIN scope ON ${IN_SCOPE}
    WHERE known.organization_id = @organization::uuid AND known.connection_id = @connection::uuid AND known.state = 'resolved'
      AND known.resolved_at = @at::timestamptz AND EXISTS (SELECT 1 FROM finding_events event
        WHERE event.organization_id = @organization::uuid AND event.finding_id = known.id AND event.run_id = @run::uuid
          AND event.kind = 'resolved')`,
} as const
