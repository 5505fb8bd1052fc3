import type { TestProject } from 'vitest/node'
import { startPostgres } from './start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'sqlite' | 'postgres'
    /** Address of a PostgreSQL for the tests; empty where none could be started. */
    postgresUrl: string
  }
}

/**
 * One PostgreSQL for all test files, or the one that TEST_POSTGRES_URL names. Without one the tests
 * on PostgreSQL are skipped, loudly; in CI that is a failure.
 */
export default async function setup(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_POSTGRES_URL
  if (given) {
    project.provide('postgresUrl', given)
    return undefined
  }
  try {
    const postgres = await startPostgres()
    project.provide('postgresUrl', postgres.url)
    return () => postgres.stop()
  } catch (error) {
    if (process.env.CI) throw error
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(
      `\n⚠ NOTHING IS TESTED ON POSTGRESQL: none could be started: ${reason}\n\n`,
    )
    project.provide('postgresUrl', '')
    return undefined
  }
}
