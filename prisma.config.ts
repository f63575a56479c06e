import { defineConfig } from 'prisma/config'

/** For Prisma's own command line. The product migrates through lib/db/migrate.ts, which needs no download. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
