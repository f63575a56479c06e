import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    root,
    pool: 'forks',
    environment: 'node',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{lib,components,prisma}/**/*.test.{ts,tsx}', 'e2e/law/*.test.ts'],
          exclude: ['**/*.integration.test.{ts,tsx}', '**/node_modules/**'],
          hookTimeout: 30_000,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{lib,app}/**/*.integration.test.{ts,tsx}'],
          // One Postgres for the run; each worker makes its own database in it.
          globalSetup: ['lib/testing/database-setup.ts'],
          // Tests ask faster than people; those about rates set one.
          env: { PROOFLINE_RATE_PER_MINUTE: '1000000' },
          hookTimeout: 120_000,
          testTimeout: 60_000,
        },
      },
      {
        // Real servers answer as we assume. Run by `npm run test:contract`, which names those that are not here.
        test: {
          name: 'contract',
          include: ['e2e/contract/*.test.ts'],
          globalSetup: ['lib/testing/database-setup.ts'],
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
