import { beforeEach, inject } from 'vitest'

beforeEach((context) => {
  if (inject('postgresUrl') === '') context.skip('there is no PostgreSQL')
})
