import { z } from 'zod'

const DEVELOPMENT_SECRET = 'a secret for development only, refused in production'

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must look like postgresql://user:password@host:5432/name',
})

/** An empty line in an .env file means "not set". */
const emptyIsAbsent = (source: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
    APP_URL: z.url({ protocol: /^https?$/, error: 'must look like https://stance.example.org' }).optional(),
    DATABASE_URL: postgresUrl,
    DATABASE_ADMIN_URL: postgresUrl.optional(),
    SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').default(DEVELOPMENT_SECRET),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@host:465' }).optional(),
    MAIL_FROM: z.string().default('Stance <no-reply@stance.example>'),
    TRUST_PROXY: z.stringbool().default(false),
    DEMO: z.stringbool().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (env.SESSION_SECRET === DEVELOPMENT_SECRET) refuse('SESSION_SECRET', 'must be set in production')
    if (!env.APP_URL) refuse('APP_URL', 'must be set in production, as the address that people use')
    else if (!env.APP_URL.startsWith('https://') && new URL(env.APP_URL).hostname !== 'localhost')
      refuse('APP_URL', 'must begin with https:// in production')
    if (!env.SMTP_URL) refuse('SMTP_URL', 'must be set in production: accounts cannot be confirmed without mail')
    if (env.DEMO) refuse('DEMO', 'cannot be on in production: the demo cast has a published password')
  })

export type Settings = ReturnType<typeof readSettings>

/** Thrown with every faulty setting at once, so that one restart is enough to mend them all. */
export class SettingsError extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    super(`These settings need mending:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/**
 * Parses the environment.
 * @throws SettingsError naming every faulty setting and what it should be.
 */
export function readSettings(source: NodeJS.ProcessEnv) {
  const result = schema.safeParse(emptyIsAbsent(source))
  if (!result.success)
    throw new SettingsError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const env = result.data
  const isProduction = env.NODE_ENV === 'production'
  return {
    ...env,
    isProduction,
    /** The demo cast exists and the sign-in page says so. */
    isDemo: env.DEMO ?? env.NODE_ENV === 'development',
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    adminDatabaseUrl: env.DATABASE_ADMIN_URL ?? env.DATABASE_URL,
  }
}

let parsed: Settings | undefined

/** The settings of this process, read once. */
export function settings(): Settings {
  parsed ??= readSettings(process.env)
  return parsed
}
