// The import rules of ARCHITECTURE.md. Each comment says what to do instead.

/** Packages `flows/` may use: pure and isomorphic, so that the browser, the server and a replay decide alike. */
const pure = ['zod', 'xstate', 'liquidjs', 're2js', 'luxon', 'libphonenumber-js', '@noble/hashes', 'canonicalize', '@dagrejs/dagre']

/** Files that join the rooms, and so may import all of them. */
const compositionRoots = '^(engine/main|engine/cli|app/server/main)\\.ts$'
const tests = '\\.(test|e2e)\\.tsx?$|(^|/)testing/'
const databaseAndTwilio = '^node_modules/(better-sqlite3|pg|drizzle-orm|twilio)/'
const proof = '^engine/proof/'

module.exports = {
  forbidden: [
    {
      name: 'flows-stands-alone',
      comment: 'flows/ imports nothing of ours. Move the pure part into flows/, or let the caller pass the value in.',
      severity: 'error',
      from: { path: '^flows/', pathNot: tests },
      to: { path: '^(engine|drizzle|app|bench|e2e|scripts)/' },
    },
    {
      name: 'flows-uses-pure-packages',
      comment: `flows/ uses ${pure.join(', ')} only. Do the rest in engine/ behind a port, or add a pure isomorphic package to the list here.`,
      severity: 'error',
      from: { path: '^flows/', pathNot: tests },
      to: { path: '^node_modules/', pathNot: `^node_modules/(${pure.join('|')})/` },
    },
    {
      name: 'flows-uses-no-node',
      comment: 'flows/ also runs in the browser. Read files and the environment in engine/ or app/server and pass the result in.',
      severity: 'error',
      from: { path: '^flows/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-no-store-and-no-screen',
      comment: 'engine/ asks for what it needs as a port in engine/ports.ts; the composition root hands it the store.',
      severity: 'error',
      from: { path: '^engine/', pathNot: `${tests}|${compositionRoots}|${proof}` },
      to: { path: '^(drizzle|app)/' },
    },
    {
      name: 'engine-core-is-not-twilio',
      comment: 'The core speaks verbs and events. Translate in engine/twilio/, or take what is needed as a port.',
      severity: 'error',
      from: { path: '^engine/[^/]+\\.ts$', pathNot: `${tests}|${compositionRoots}` },
      to: { path: '^(engine/(twilio|effects|exchange|phone|cli)/|node_modules/twilio/)' },
    },
    {
      name: 'twilio-room-only',
      comment: 'Inside the engine only engine/twilio/ imports the Twilio package. Use its functions instead.',
      severity: 'error',
      from: { path: '^engine/', pathNot: `^engine/twilio/|${tests}|${compositionRoots}|${proof}` },
      to: { path: '^node_modules/twilio/' },
    },
    {
      name: 'store-knows-types-only',
      comment:
        'drizzle/ takes types from flows/ and engine/ports, and of functions only the hashes of flows/canonical. Decide in flows/ or engine/ and give the store the result.',
      severity: 'error',
      from: { path: '^drizzle/', pathNot: tests },
      to: { path: '^(flows|engine)/', pathNot: '^flows/canonical(\\.ts)?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'store-sees-only-the-ports-of-the-engine',
      comment: 'drizzle/ implements engine/ports. Put the type it needs there.',
      severity: 'error',
      from: { path: '^drizzle/', pathNot: tests },
      to: { path: '^engine/', pathNot: '^engine/ports(\\.ts$|/)' },
    },
    {
      name: 'store-knows-no-screen',
      comment: 'drizzle/ imports nothing of app/. Pass the value in from app/server.',
      severity: 'error',
      from: { path: '^drizzle/', pathNot: tests },
      to: { path: '^app/' },
    },
    {
      name: 'database-and-twilio-from-the-server-only',
      comment: 'A page or component asks app/server (a router, an action, a query function); only that room meets the database and Twilio.',
      severity: 'error',
      from: { path: '^app/', pathNot: `^app/(server|api)/|${tests}` },
      to: { path: `^(drizzle|engine/twilio)/|${databaseAndTwilio}`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'composition-roots-are-not-imported',
      comment: 'A composition root is where a process starts. Move what you need into a file of its own.',
      severity: 'error',
      from: {},
      to: { path: compositionRoots },
    },
    {
      name: 'product-imports-no-tests',
      comment: 'Product code does not import tests, benches or test doubles. Move what is shared into the product.',
      severity: 'error',
      from: { path: '^(flows|engine|drizzle|app)/', pathNot: `${tests}|${proof}` },
      to: { path: `${tests}|^(bench|e2e)/` },
    },
    {
      name: 'no-circles',
      comment: 'Files that need each other are one idea or hide a third one. Move the shared part into a file both import.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-is-found',
      comment: 'This import leads nowhere. Correct the path, or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      comment: 'This package came along with another one. Add it to package.json or do without it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'tests-use-dev-packages',
      comment: 'A package of devDependencies is not there in production. Move it to dependencies if the product needs it.',
      severity: 'error',
      from: { path: '^(flows|engine|drizzle|app)/', pathNot: `${tests}|${proof}|^engine/phone/|^drizzle/.*config\\.ts$` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|\\.cache|drizzle/migrations)/' },
    webpackConfig: { fileName: 'scripts/import-aliases.cjs' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
