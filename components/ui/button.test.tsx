import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Button } from './button'

describe('a button', () => {
  test('submits nothing unless it is asked to', () => {
    expect(renderToStaticMarkup(<Button>Save</Button>)).toContain('type="button"')
    expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"')
  })

  test('that is busy neither submits nor leaves the keyboard', () => {
    const html = renderToStaticMarkup(
      <Button type="submit" busy>
        Save
      </Button>,
    )
    expect(html).toContain('type="button"')
    expect(html).toContain('aria-busy="true"')
    expect(html).not.toMatch(/ disabled(=|>)/)
  })
})
