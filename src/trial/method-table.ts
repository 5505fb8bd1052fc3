import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ApiError, badRequest } from './api-error.ts'

const parameterKind = z.enum(['string', 'number', 'boolean', 'id', 'file', 'object', 'array'])
export type ParameterKind = z.infer<typeof parameterKind>
export type Parameters = Readonly<Record<string, unknown>>

interface Parameter {
  kind: ParameterKind
  required: boolean
}

/** A call that Telegram would have let pass in silence although something in it is wrong. */
export interface Violation {
  method: string
  parameter?: string
  problem: string
}

/** Methods with their parameters; those whose names end in «!» are required. */
const TABLE = z
  .object({ methods: z.record(z.string(), z.record(z.string(), parameterKind)) })
  .parse(
    JSON.parse(readFileSync(new URL('../../data/bot-api-methods.json', import.meta.url), 'utf8')),
  )

const METHODS = new Map(
  Object.entries(TABLE.methods).map(([name, parameters]) => [
    name.toLowerCase(),
    { name, parameters: readParameters(parameters) },
  ]),
)

const REQUIRED_TEXTS: Record<string, string> = {
  chat_id: 'chat_id is empty',
  from_chat_id: 'from_chat_id is empty',
  text: 'message text is empty',
  message_id: 'message identifier is not specified',
  photo: 'there is no photo in the request',
  document: 'there is no document in the request',
  file_id: 'invalid file_id',
}

/** The method's proper name; names are case-insensitive. Throws 404 for those not served. */
export function methodName(name: string): string {
  const method = METHODS.get(name.toLowerCase())
  if (!method) throw new ApiError(404, 'Not Found: method not found')
  return method.name
}

/** Parameters of a call that the method does not have: a slip that Telegram ignores in silence. */
export function unknownParameters(method: string, given: Parameters): Violation[] {
  const known = METHODS.get(method.toLowerCase())?.parameters
  return Object.keys(given)
    .filter((parameter) => !known?.has(parameter))
    .map((parameter) => ({ method, parameter, problem: 'unknown parameter' }))
}

/**
 * Brings the values of a call (texts when they came by form) to the kinds of the table.
 * Throws 400 for a value of another kind and for a missing required one.
 */
export function readCall(method: string, given: Parameters): Parameters {
  const read: Record<string, unknown> = {}
  for (const [name, { kind, required }] of METHODS.get(method.toLowerCase())?.parameters ?? []) {
    const value = given[name]
    if (value !== undefined && value !== null) read[name] = convert(name, kind, value)
    else if (required) throw badRequest(REQUIRED_TEXTS[name] ?? `parameter "${name}" is required`)
  }
  return read
}

function convert(name: string, kind: ParameterKind, value: unknown): unknown {
  switch (kind) {
    case 'string':
    case 'file':
      return typeof value === 'string' ? value : refuse(name, 'a string')
    case 'boolean':
      if (typeof value === 'boolean') return value
      return /^(true|1)$/i.test(String(value))
        ? true
        : /^(false|0)$/i.test(String(value))
          ? false
          : refuse(name, 'a boolean')
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : refuse(name, 'a number')
    case 'id':
      if (/^-?\d+$/.test(String(value))) return Number(value)
      return typeof value === 'string' ? value : refuse(name, 'a chat identifier')
    case 'object':
    case 'array': {
      const parsed = typeof value === 'string' ? parseJson(name, value) : value
      const fits = typeof parsed === 'object' && Array.isArray(parsed) === (kind === 'array')
      return fits ? parsed : refuse(name, kind === 'array' ? 'an array' : 'an object')
    }
  }
}

function parseJson(name: string, value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${name} JSON object`)
  }
}

function refuse(name: string, expected: string): never {
  throw badRequest(`parameter "${name}" must be ${expected}`)
}

function readParameters(
  parameters: Readonly<Record<string, ParameterKind>>,
): Map<string, Parameter> {
  return new Map(
    Object.entries(parameters).map(([key, kind]) => [
      key.replace('!', ''),
      { kind, required: key.endsWith('!') },
    ]),
  )
}

/** A text among checked parameters. */
export function stringOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name]
  return typeof value === 'string' ? value : undefined
}

/** A number among checked parameters. */
export function numberOf(parameters: Parameters, name: string): number | undefined {
  const value = parameters[name]
  return typeof value === 'number' ? value : undefined
}
