import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ExportMenu } from './export-menu'

const linksOf = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)" download="">?/g)].map(([, href]) => href?.replaceAll('&amp;', '&'))
const OCSF = [['ocsf.json', 'OCSF 1.8']] as const

describe('a menu of exports', () => {
  test('offers every format, narrowed as the page is', () => {
    const filter = { severity: 'critical', state: undefined, search: 'a&b' }
    const html = renderToStaticMarkup(
      <ExportMenu org="meridian" tables={[{ table: 'incidents', filter, documents: OCSF }]} />,
    )
    expect(linksOf(html)).toEqual(
      ['csv', 'xlsx', 'json', 'ocsf.json'].map(
        (ending) => `/api/v1/orgs/meridian/incidents.${ending}?severity=critical&search=a%26b`,
      ),
    )
  })
  test('of several tables says which is which', () => {
    const tables = [
      { table: 'checks', title: 'Checks' },
      { table: 'verdicts', title: 'Verdicts' },
    ]
    const html = renderToStaticMarkup(<ExportMenu org="meridian" tables={tables} />)
    expect(html).toContain('aria-label="Checks as"')
    expect(html).toContain('aria-label="Verdicts as"')
    expect(linksOf(html)).toHaveLength(6)
  })
  test('without an organization takes the portfolio away', () => {
    const html = renderToStaticMarkup(
      <ExportMenu org={null} tables={[{ table: 'portfolio', filter: { size: 'small' } }]} />,
    )
    expect(linksOf(html)[1]).toBe('/api/v1/portfolio/portfolio.xlsx?size=small')
  })
})
