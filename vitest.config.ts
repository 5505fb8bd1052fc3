import { defineConfig } from 'vitest/config'

/** What is about PostgreSQL itself. */
const POSTGRES_ONLY = ['test/cli/postgres.test.ts', 'test/cli/several-instances.test.ts']

/** Every suite that opens a store runs once more on PostgreSQL. */
const ON_POSTGRES = [
  'test/facts/**/*.test.ts',
  'test/answers/**/*.test.ts',
  'test/bot/**/*.test.ts',
  'test/hostile/barrage.test.ts',
  'test/ingest/sheets/*.test.ts',
  ...POSTGRES_ONLY,
]

/** Not inherited, or each project would start a PostgreSQL of its own. */
const TIMES = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...TIMES,
          name: 'sqlite',
          include: ['test/**/*.test.ts'],
          exclude: POSTGRES_ONLY,
          provide: { engine: 'sqlite' },
        },
      },
      {
        test: {
          ...TIMES,
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
