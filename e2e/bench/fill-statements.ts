import { FRAMEWORK_VERSION } from '@/lib/framework/framework'

// Every organization is made the same way, so one statement a table makes them all.

export const ORGANIZATIONS = `
  WITH made AS (
    INSERT INTO organizations (id, name, sector, headcount, clouds, synthetic)
    SELECT uuidv7(), 'Organization ' || lpad(n::text, 4, '0'), 'technology', 1000 + n, '{aws}', true
    FROM generate_series(1, $1::int) n RETURNING id, name
  ) INSERT INTO organization_directory (organization_id, slug) SELECT id, lower(replace(name, ' ', '-')) FROM made`

export const THEIR_OWN = [
  `INSERT INTO deployments (organization_id, id, slug, name, environment)
   SELECT id, uuidv7(), 'main', 'Main', 'AWS + EKS' FROM organizations`,
  `INSERT INTO layer_rollouts (organization_id, id, deployment_id, layer, began_on, live_on)
   SELECT d.organization_id, uuidv7(), d.id, layer, '2024-07-01', '2024-08-01'
   FROM deployments d, unnest(enum_range(NULL::"Layer")) layer`,
  `INSERT INTO assessments (organization_id, id, deployment_id, name, as_of, framework, created_by, updated_at)
   SELECT organization_id, uuidv7(), id, 'Next', '2025-10-15', '${FRAMEWORK_VERSION}', 'Ada', now() FROM deployments`,
  `INSERT INTO compliance_audits (organization_id, id, source, external_id, deployment_id, framework, audited_on,
     assessed, passed, failed, not_applicable)
   SELECT d.organization_id, uuidv7(), 'bench', 'audit-' || n, d.id, 'SOC 2', '2024-01-15'::date + n * interval '1 month',
     120, 90 + n, 30 - n, 5
   FROM deployments d, generate_series(0, 18) n`,
]

export const ASSESSMENT = `
  INSERT INTO assessments (organization_id, id, deployment_id, name, as_of, state, framework, created_by, submitted_by,
    submitted_at, approved_by, approved_at, maturity, updated_at)
  SELECT organization_id, uuidv7(), id, 'Assessment of ' || $1, $1::date, 'approved', $2::jsonb->>'framework', 'Ada',
    'Ada', $1::date + 1, 'Ben', $1::date + 2, $2, now() FROM deployments`

export const ANSWERS = `
  INSERT INTO answers (organization_id, id, assessment_id, capability, status, stage, target_stage, rationale, updated_by,
    updated_at)
  SELECT a.organization_id, uuidv7(), a.id, capability, 'assessed', 2, 3, 'As the policy says.', 'Ada', now()
  FROM assessments a, unnest($1::text[]) capability WHERE a.state = 'approved'`

/** About one in nine ends within the month for which an overview looks ahead. */
export const EVIDENCE = `
  INSERT INTO evidence (organization_id, id, answer_id, kind, title, url, collected_on, expires_on, collector)
  SELECT organization_id, uuidv7(), id, 'link', 'Policy ' || capability, 'https://example.test/policy', '2024-01-01',
    current_date + (row_number() OVER (PARTITION BY assessment_id ORDER BY capability) * 7)::int, 'Ada' FROM answers`

export const INCIDENTS = `
  INSERT INTO incidents (organization_id, id, source, external_id, deployment_id, title, severity, occurred_at, detected_at,
    resolved_at, counted_at)
  SELECT d.organization_id, uuidv7(), 'bench', 'INC-' || n, d.id, 'Sign-in from an unusual place, case ' || n,
    (ARRAY['critical', 'high', 'medium', 'low'])[1 + n % 4]::"Severity", at, at + (n % 9 + 1) * interval '40 minutes',
    CASE WHEN n % 9 > 0 THEN at + (n % 13 + 8) * interval '1 hour' END, at
  FROM deployments d, generate_series(1, $1::int) n, LATERAL (
    SELECT '2024-01-01'::timestamptz + n * (interval '577 days' / $1::int) AS at) when_it_was`

const statistics = (span: string) => {
  const hours = `extract(epoch FROM ${span})::float / 3600`
  const at = (share: number) => `percentile_cont(${share}) WITHIN GROUP (ORDER BY ${hours})`
  return `count(${hours}), ${at(0.5)}, avg(${hours}), ${at(0.9)}`
}

export const MONTHS = `
  INSERT INTO monthly_metrics (organization_id, id, deployment_id, month, formula, incidents, unknown_onset, open, detect_n,
    detect_median, detect_mean, detect_p90, resolve_n, resolve_median, resolve_mean, resolve_p90, audits,
    controls_assessed, controls_passed, controls_failed, controls_not_applicable)
  SELECT organization_id, uuidv7(), deployment_id, date_trunc('month', counted_at), $1, count(*), 0,
    count(*) FILTER (WHERE resolved_at IS NULL), ${statistics('detected_at - occurred_at')},
    ${statistics('resolved_at - detected_at')}, 1, 120, 96, 24, 5
  FROM incidents GROUP BY organization_id, deployment_id, date_trunc('month', counted_at)`

export const WHOLE_MONTHS = `
  INSERT INTO monthly_metrics SELECT (jsonb_populate_record(m, jsonb_build_object('id', uuidv7(), 'deployment_id', NULL))).*
  FROM monthly_metrics m`

export const MADE = `
  SELECT d.organization_id AS "organizationId", d.id AS "deploymentId", o.slug
  FROM deployments d JOIN organization_directory o ON o.organization_id = d.organization_id ORDER BY o.slug`
