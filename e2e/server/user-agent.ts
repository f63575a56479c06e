/**
 * How every browser and every request of a run calls itself. A session works only in the browser that it began in, and
 * sessions are opened by requests and then used by pages.
 */
export const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
