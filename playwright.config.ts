import { defineConfig } from '@playwright/test'
import { USER_AGENT } from './e2e/server/user-agent'
import { CHROMIUM_ARGS, findOrInstallChromium } from './lib/cli/chromium'

const executablePath = await findOrInstallChromium(process.env.CHROMIUM)

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/server/start.ts',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Two cores shared with a build are slow; what is waited for is a state, never a time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    // Set by the global setup, which starts the server on a port of its own.
    baseURL: process.env.PROOFLINE_E2E_URL,
    userAgent: USER_AGENT,
    launchOptions: { executablePath, args: [...CHROMIUM_ARGS] },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'journeys', testDir: 'e2e/journeys' },
    { name: 'isolation', testDir: 'e2e/isolation' },
  ],
})
