import { getConstructionPlans, PgBoss } from 'pg-boss'
import { APP_ROLE } from './roles/role-password'
import { withClient } from './with-client'

/** Holds ids of what there is to do, and no organization's data. */
export const JOB_SCHEMA = 'pgboss'
/** Hands wanted by a run. */
export const RUN_QUEUE = 'run'
/** Packs to be built. */
export const PACK_QUEUE = 'pack'
/** What is looked after every minute. */
export const MINUTE_QUEUE = 'minute'

/** A worker that gives no sign of life for so long loses its job to another one. */
const SILENCE_SECONDS = 20

const GRANTS = `
  GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO "${APP_ROLE}";
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO "${APP_ROLE}";
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO "${APP_ROLE}";
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO "${APP_ROLE}";`

/**
 * Brings the job queue's own tables to this version, as the role that owns the database, and lets the application use
 * them: it may neither make nor change one. Takes one question when nothing is to be done.
 */
export async function installJobQueue(ownerUrl: string): Promise<void> {
  if ((await installedVersion(ownerUrl)) === wantedVersion()) return
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 2,
    schedule: false,
    supervise: false,
    registerInstance: false,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    await boss.createQueue(RUN_QUEUE, {
      notify: true,
      retryLimit: 10,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
      expireInSeconds: 6 * 3600,
      heartbeatSeconds: SILENCE_SECONDS,
      retentionSeconds: 86_400,
      deleteAfterSeconds: 3600,
    })
    await boss.createQueue(PACK_QUEUE, {
      notify: true,
      retryLimit: 3,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: 6 * 3600,
      heartbeatSeconds: SILENCE_SECONDS,
      retentionSeconds: 86_400,
      deleteAfterSeconds: 3600,
    })
    await boss.createQueue(MINUTE_QUEUE, { expireInSeconds: 300, retryLimit: 0, deleteAfterSeconds: 3600 })
    await boss.schedule(MINUTE_QUEUE, '* * * * *')
  } finally {
    await boss.stop({ graceful: false })
  }
  await withClient(ownerUrl, (client) => client.query(GRANTS))
}

/** pg-boss names the version of its tables only in the script that makes them. */
const wantedVersion = (): number =>
  Number(/INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(getConstructionPlans(JOB_SCHEMA))?.[1])

async function installedVersion(url: string): Promise<number | null> {
  return withClient(url, async (client) => {
    const { rows: found } = await client.query(`SELECT to_regclass('${JOB_SCHEMA}.version') IS NOT NULL AS exists`)
    if (!found[0]?.exists) return null
    // A job can only be sent once its queue is there and may be used, which comes last.
    const { rows } = await client.query(
      `SELECT v.version FROM ${JOB_SCHEMA}.version v
       WHERE has_table_privilege('${APP_ROLE}', '${JOB_SCHEMA}.schedule', 'INSERT')
         AND EXISTS (SELECT FROM ${JOB_SCHEMA}.queue WHERE name = '${PACK_QUEUE}')`,
    )
    return rows[0] ? Number(rows[0].version) : null
  })
}
