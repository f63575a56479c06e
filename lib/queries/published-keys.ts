import { paths } from './paths'

/** The key history this installation publishes, not looked at yet; null when it cannot be had, offline for example. */
export async function fetchPublishedKeys(): Promise<unknown> {
  try {
    const answer = await fetch(paths.publishedKeys(), { credentials: 'omit' })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
