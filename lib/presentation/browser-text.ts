/** In this order: most browsers also claim to be those further down. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\/(\d+)/, 'Edge'],
  [/\b(?:OPR|OPiOS)\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//, 'Safari'],
  [/^curl\/(\d+)/, 'curl'],
]

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * A browser and its system, from what it calls itself: `Chrome 140 on Linux`. A claim that anybody can make. A browser
 * that is not known is called that; one that called itself nothing gives `Unknown browser`.
 */
export function browserText(userAgent: string | null): string {
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent ?? ''))?.[1]
  const known = BROWSERS.find(([mark]) => mark.test(userAgent ?? ''))
  const version = known?.[0].exec(userAgent ?? '')?.[1]
  const browser = known ? `${known[1]} ${version}` : 'Unknown browser'
  return system ? `${browser} on ${system}` : browser
}
