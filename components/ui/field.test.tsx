import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { TextField } from './text-field'

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`).exec(html)?.[1]

describe('a field', () => {
  test('its label names its control', () => {
    const html = renderToStaticMarkup(<TextField label="Name" />)
    expect(attribute(html, 'label', 'for')).toBe(attribute(html, 'input', 'id'))
  })

  test('its control is described by error first, then hint', () => {
    const html = renderToStaticMarkup(<TextField id="slug" label="Slug" hint="Short" error="Taken" />)
    expect(attribute(html, 'input', 'aria-describedby')).toBe('slug-error slug-hint')
    expect(html).toMatch(/id="slug-error"[^>]*>Taken</)
    expect(html).toMatch(/id="slug-hint"[^>]*>Short</)
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
  })

  test('without hint and error it describes and accuses nothing', () => {
    const html = renderToStaticMarkup(<TextField label="Name" />)
    expect(html).not.toContain('aria-describedby=')
    expect(html).not.toContain('aria-invalid=')
  })
})
