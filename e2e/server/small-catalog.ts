/** An OSCAL catalog with one control, as text. */
export const smallCatalog = (title: string): string =>
  JSON.stringify({
    catalog: {
      uuid: '74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724',
      metadata: { title, 'last-modified': '2026-01-01T09:00:00Z', version: '1', 'oscal-version': '1.1.2' },
      controls: [{ id: 'c-1', title: `${title} control` }],
    },
  })
