const HERE = 'https://proofline.invalid'
const LONGEST = 2000
const START = '/portfolio'
/** Doors and data are not where somebody was on their way to. */
const NO_PAGE = /^\/(sign-in|api|_next)(\/|$)/i

/**
 * Where to lead somebody after signing in: `text` when it is a path of our own pages, otherwise `fallback`. Whatever a
 * browser or a proxy could read as another host, a scheme or a second header is not a path: //evil, /\evil, /%5cevil,
 * /.//evil, control characters.
 */
export function safeReturnPath(text: string | null | undefined, fallback = START): string {
  if (!text || text.length > LONGEST || !isOwnPath(text)) return fallback
  const { pathname, search, hash } = new URL(text, HERE)
  // Dots are gone now, and what they hid has come to the front.
  return isOwnPath(pathname) && !NO_PAGE.test(pathname) ? `${pathname}${search}${hash}` : fallback
}

function isOwnPath(text: string): boolean {
  if (/[\\\p{Cc}]/u.test(text) || !/^\/(?![/\\]|%2f|%5c)/i.test(text)) return false
  return URL.canParse(text, HERE) && new URL(text, HERE).origin === HERE
}
