import { defineConfig } from 'vitest/config'

const everywhere = ['**/node_modules/**', '.next/**', 'dist/**', '.cache/**', 'e2e/**']
const byName = { contract: '**/*.contract.test.ts', conformance: '**/*.conformance.test.ts' }

/** Three kinds of test, told apart by the file's name. `npx vitest run <path>` finds the right one by itself. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...everywhere, byName.contract, byName.conformance] },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: [byName.contract],
          exclude: everywhere,
          globalSetup: './scripts/postgres-for-tests.mjs',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'conformance', include: [byName.conformance], exclude: everywhere, testTimeout: 30_000 },
      },
    ],
  },
})
