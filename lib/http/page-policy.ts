/**
 * The content security policy of a page (CSP Level 3). Scripts and style sheets run only with this page's own nonce or from
 * its own host, and nothing is loaded from, sent to or framed by another. Style attributes stay allowed, because charts and
 * the ladder place their marks with them; they can load nothing that the other lines do not allow. `development` is Next
 * compiling as one types, which evaluates code and writes style elements.
 */
export function pagePolicy(nonce: string, development: boolean): string {
  const own = `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${own} 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    development ? "style-src 'self' 'unsafe-inline'" : `style-src ${own}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
