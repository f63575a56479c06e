import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findOrInstallChromium } from './chromium'

const folder = mkdtempSync(join(tmpdir(), 'proofline-chromium-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function program(name: string, exitCode: number): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`, { mode: 0o755 })
  return path
}

describe('finding Chromium', () => {
  test('the one that was named is taken before any other', async () => {
    const named = program('chrome', 0)
    expect(await findOrInstallChromium(named)).toBe(named)
  })

  test.each([join(folder, 'absent'), program('stub', 1)])(
    'a named one that does not start is an error that names it: %s',
    async (named) => {
      await expect(findOrInstallChromium(named)).rejects.toMatchObject({
        code: 'unavailable',
        detail: expect.stringContaining(named),
      })
    },
  )
})
