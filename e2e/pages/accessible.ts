import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page, as a list one can read: the rule, and where it is broken. */
export async function faults(page: Page): Promise<string[]> {
  // There are no frames of other hosts here, which is what the slower way is for.
  const options: Parameters<AxeBuilder['options']>[0] = {
    runOnly: { type: 'tag', values: RULES },
    resultTypes: ['violations'],
  }
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}

/** The same in light and in dark. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(...(await faults(page)).map((one) => `${colorScheme} ${one}`))
  }
  return found
}
