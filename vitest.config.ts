import { defineConfig } from 'vitest/config'

/** What is about PostgreSQL itself. */
const POSTGRES_ONLY = ['test/cli/postgres.test.ts', 'test/cli/several-instances.test.ts']

/** Every suite that opens a store runs once more on PostgreSQL. */
const ON_POSTGRES = [
  'test/facts/**/*.test.ts',
  'test/answers/**/*.test.ts',
  'test/bot/**/*.test.ts',
  'test/ingest/sheets/*.test.ts',
  ...POSTGRES_ONLY,
]

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['test/**/*.test.ts'],
          exclude: POSTGRES_ONLY,
          provide: { engine: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ON_POSTGRES,
          provide: { engine: 'postgres' },
          setupFiles: ['test/postgres/skip-without.ts'],
        },
      },
    ],
    globalSetup: ['test/postgres/global-setup.ts'],
  },
})
