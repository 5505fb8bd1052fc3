import { Api, GrammyError, HttpError } from 'grammy'
import { checkStore } from '../facts/upkeep.ts'
import type { Call } from './command.ts'
import {
  type Configuration,
  configurationDoubts,
  configurationProblems,
  readConfiguration,
} from './configuration.ts'
import { isForPeople } from './errors.ts'
import { openConfigured } from './open.ts'
import { noWords, UsageError } from './options.ts'
import { proxyAgent } from './proxy.ts'
import { redactor } from './redactor.ts'
import { refusal } from './refusal.ts'

const SECONDS_FOR_TELEGRAM = 8

/** `arqam check`: one line for each thing that was looked at; 1 when something is wrong. */
export async function check(call: Call): Promise<number> {
  noWords(call.options)
  const redact = redactor(call.environment)
  const problems = configurationProblems(call.environment)
  report('configuration', problems)
  if (problems.length > 0) return 1
  const configuration = readConfiguration(call.environment)
  for (const doubt of configurationDoubts(configuration)) console.log(`configuration: ${doubt}`)
  const store = await storeProblems(call, configuration)
  report('store', store.map(redact))
  if (configuration.BOT_TOKEN === undefined) {
    console.log('token: none; arqam serve is a trial')
    return store.length > 0 ? 1 : 0
  }
  const token = await tokenProblems(configuration, configuration.BOT_TOKEN)
  report('token', token.map(redact))
  return store.length + token.length > 0 ? 1 : 0
}

function report(what: string, problems: readonly string[]): void {
  if (problems.length === 0) console.log(`${what}: good`)
  for (const problem of problems) console.log(`${what}: ${problem}`)
}

async function storeProblems(
  { options, clock }: Call,
  configuration: Configuration,
): Promise<string[]> {
  try {
    const store = await openConfigured(options, configuration, clock())
    try {
      return await checkStore(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof UsageError || !isForPeople(error)) throw error
    return [error.message]
  }
}

async function tokenProblems(
  { BOT_API_ROOT, PROXY_URL }: Configuration,
  token: string,
): Promise<string[]> {
  const agent = await proxyAgent(PROXY_URL)
  const api = new Api(token, {
    timeoutSeconds: SECONDS_FOR_TELEGRAM,
    ...(BOT_API_ROOT !== undefined && { apiRoot: BOT_API_ROOT }),
    ...(agent && { baseFetchConfig: { agent, compress: true } }),
  })
  try {
    const me = await api.getMe()
    console.log(`token: belongs to @${me.username}`)
    return []
  } catch (error) {
    if (error instanceof GrammyError) return [refusal(error)]
    const cause = error instanceof HttpError ? error.error : error
    const reason = cause instanceof Error ? cause.message : String(cause)
    const hint = PROXY_URL === undefined ? 'is a PROXY_URL needed?' : 'is PROXY_URL right?'
    return [`${BOT_API_ROOT ?? 'https://api.telegram.org'} is out of reach (${hint}): ${reason}`]
  }
}
