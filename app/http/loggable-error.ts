/** Their messages quote what was sent to them, and so does what lies beside the message: the row that was refused, the arguments of a call. */
const QUOTING = /^(Prisma|DatabaseError|DriverAdapterError|SyntaxError)/

/** What a database says of a refusal, as the driver alone and as Prisma hands it on. */
type Refusal = {
  code?: string
  constraint?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
}

/**
 * What the log of an installation is told of an error: enough to find the place and the kind of it, and nothing that a person typed or
 * where their mail goes.
 */
export function loggableError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, status: (error as { status?: unknown } | null)?.status }
  const { name: type } = error.constructor
  const { code, constraint, meta } = error as Refusal
  return {
    type,
    ...(!QUOTING.test(type) && { message: error.message }),
    code,
    sqlState: meta?.driverAdapterError?.cause?.originalCode,
    constraint,
    stack: error.stack?.split('\n').filter(isFrame).join('\n'),
    ...(error.cause !== undefined && { cause: loggableError(error.cause) }),
  }
}

/** Above its frames a stack repeats the message. */
const isFrame = (line: string) => /^\s+at /.test(line)
