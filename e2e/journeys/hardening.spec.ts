import { expect, type Page, test } from '@playwright/test'
import { settled } from '../pages/frame'
import { STUDY_ORG, sessionOf } from '../server/sessions'

test.use({ storageState: sessionOf('assessor') })

const SHOWN = [
  '/portfolio',
  `/${STUDY_ORG}`,
  `/${STUDY_ORG}/maturity`,
  `/${STUDY_ORG}/outcomes`,
  `/${STUDY_ORG}/incidents`,
]

/** What the browser refuses because of the page's policy, from its first byte on. */
async function violations(page: Page): Promise<string[]> {
  const refused: string[] = []
  await page.exposeFunction('noteViolation', (what: string) => refused.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const note = (window as { noteViolation?: (what: string) => void }).noteViolation
      note?.(`${effectiveDirective} ${blockedURI}`)
    })
  })
  return refused
}

test('no page of charts and tables asks for anything that its policy refuses', async ({ page }) => {
  const refused = await violations(page)
  for (const address of SHOWN) {
    await page.goto(address)
    await settled(page)
    expect.soft(refused, address).toEqual([])
  }
})

/** What somebody might bring into a page whose text was not escaped. */
const MARKUP = `<script>document.title = 'taken over'</script><style>h1 { display: none }</style>
  <img src="https://elsewhere.example/pixel.png" onerror="document.title = 'taken over'">`

test('what gets into a page as markup neither runs nor dresses it up', async ({ page }) => {
  const refused = await violations(page)
  await page.route('/portfolio', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('<body>', `<body>${MARKUP}`) })
  })
  await page.goto('/portfolio')
  await settled(page)
  await expect
    .poll(() => refused.map((what) => what.split(' ')[0]).toSorted())
    .toEqual(['img-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'])
  expect(await page.title()).not.toBe('taken over')
})

test('no page can be framed, sniffed or kept, and data is no page', async ({ request }) => {
  const page = (await request.get('/portfolio')).headers()
  expect(page['content-security-policy']).toMatch(/frame-ancestors 'none'/)
  expect(page['content-security-policy']).not.toMatch(/(script|style)-src [^;]*'unsafe-inline'/)
  const data = (await request.get('/api/v1/portfolio')).headers()
  expect(data['content-security-policy']).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  for (const headers of [page, data]) {
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/)
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('a page has a nonce of its own each time', async ({ request }) => {
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await request.get('/sign-in')).headers()['content-security-policy'] ?? '')?.[1]
  const [first, second] = [await nonce(), await nonce()]
  expect(first).toHaveLength(24)
  expect(first).not.toBe(second)
})

test('an address that is a key is told to nobody', async ({ request }) => {
  const answer = await request.get('/sign-in/link?token=spent', { maxRedirects: 0 })
  expect(answer.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
})
