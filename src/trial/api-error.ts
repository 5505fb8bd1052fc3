export interface ErrorParameters {
  retry_after?: number
  migrate_to_chat_id?: number
}

/** An error as the Bot API answers it: `{ok: false, error_code, description, parameters}`. */
export class ApiError extends Error {
  readonly code: number
  readonly parameters: ErrorParameters | undefined

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** 400 with Telegram's prefix. */
export function badRequest(description: string): ApiError {
  return new ApiError(400, `Bad Request: ${description}`)
}

export function forbidden(description: string): ApiError {
  return new ApiError(403, `Forbidden: ${description}`)
}
