const STAR = 42
const ANY_ONE = 63

/**
 * Whether an IAM pattern covers a text: `*` stands for any run of characters, `?` for one. Both sides as given, so callers
 * lower the case of action names, which IAM ignores. Linear in practice: no regular expression is built of a policy's text.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let p = 0
  let t = 0
  let star = -1
  let retry = 0
  while (t < text.length) {
    const at = pattern.charCodeAt(p)
    if (p < pattern.length && at === STAR) {
      star = p++
      retry = t
    } else if (p < pattern.length && (at === ANY_ONE || at === text.charCodeAt(t))) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++retry
    } else return false
  }
  while (pattern.charCodeAt(p) === STAR) p++
  return p === pattern.length
}

/** Whether an Action or NotAction entry such as `iam:Pass*` covers an action such as `iam:PassRole`. Case does not count. */
export const matchesAction = (pattern: string, action: string): boolean =>
  pattern === '*' || matchesPattern(pattern.toLowerCase(), action.toLowerCase())
