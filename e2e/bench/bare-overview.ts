import pg from 'pg'
import type { Made } from './fill-organizations'

const SOON = '30 days'

/** The rows of an overview: the organization, its deployment, results, what waits, what ends soon, and the months. */
const QUERY = `
  WITH results AS (
    SELECT * FROM assessments WHERE organization_id = $1 AND deployment_id = $2 AND state = 'approved'
    ORDER BY as_of DESC, approved_at DESC LIMIT 2
  )
  SELECT o.*, d.slug,
    (SELECT json_agg(p) FROM deployments p WHERE p.organization_id = $1) AS deployments,
    (SELECT json_agg(r) FROM layer_rollouts r WHERE r.organization_id = $1) AS rollouts,
    (SELECT json_agg(json_build_object('id', a.id, 'state', a.state, 'as_of', a.as_of))
      FROM assessments a WHERE a.organization_id = $1) AS assessments,
    (SELECT json_agg(s) FROM results s) AS results,
    (SELECT json_agg(e) FROM evidence e JOIN answers w ON w.organization_id = e.organization_id AND w.id = e.answer_id
      WHERE e.organization_id = $1 AND e.expires_on <= current_date + interval '${SOON}'
        AND w.assessment_id = (SELECT id FROM results LIMIT 1)) AS evidence,
    (SELECT json_agg(m) FROM monthly_metrics m WHERE m.organization_id = $1 AND m.deployment_id = $2) AS months
  FROM organizations o JOIN organization_directory d ON d.organization_id = o.id WHERE o.id = $1`

export type BareOverviews = {
  /** Milliseconds of the query as it is typed into psql: sent, planned, run and read. */
  overview: (organization: Made) => Promise<number>
  /** The same where Postgres has its plan already. */
  preparedOverview: (organization: Made) => Promise<number>
  end: () => Promise<void>
}

/**
 * One query that reads the rows an overview is made of, over one connection as the application's role, which can see no
 * row of an organization it has not named: that is said before, and not counted.
 */
export async function bareOverviews(appUrl: string): Promise<BareOverviews> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const timed = async (name: string | undefined, { organizationId, deploymentId }: Made): Promise<number> => {
    await client.query(`SET app.organization_ids = '{${organizationId}}'`)
    const began = performance.now()
    const { rowCount } = await client.query({ name, text: QUERY, values: [organizationId, deploymentId] })
    const took = performance.now() - began
    if (rowCount !== 1) throw new Error('the query found no organization')
    return took
  }
  return {
    overview: (organization) => timed(undefined, organization),
    preparedOverview: (organization) => timed('overview', organization),
    end: () => client.end(),
  }
}
