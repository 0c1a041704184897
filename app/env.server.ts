import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const DEVELOPMENT_SECRET = 'a secret for development only, refused in production'

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must look like postgresql://user:password@host:5432/name',
})

/** Beside our own database, so that one folder is what has to be kept. */
const DEVELOPMENT_STORAGE = '.data/files'

/** Whatever lies in these is given to everybody. */
const SERVED_FOLDERS = ['public', 'build']

/** A folder, written as a path or as a `file:` address. */
const storageFolder = z.string().transform((given, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  if (/^[a-z0-9+]{2,}:/i.test(given) && !given.startsWith('file://'))
    return refuse('must be a folder: Stance keeps uploaded files in a folder and in no other kind of store')
  const folder = path.resolve(given.startsWith('file://') ? fileURLToPath(given) : given)
  return isServed(folder) ? refuse('must lie outside of public/ and build/, which are served to everybody') : folder
})

const isServed = (place: string) =>
  SERVED_FOLDERS.some((served) => !path.relative(path.resolve(served), place).startsWith('..'))

/** A file, written as a path, that nobody is given. */
const unservedFile = z
  .string()
  .transform((given) => path.resolve(given))
  .refine((file) => !isServed(file), 'must lie outside of public/ and build/, which are served to everybody')

/** What signs credentials, as `openssl genpkey -algorithm ed25519` writes it. In one line of an .env file `\\n` ends a line. */
const issuerKey = z.string().transform((pem, context) => {
  try {
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // What is wrong with it is not said: a message ends in a log.
  }
  context.addIssue({ code: 'custom', message: 'must hold an Ed25519 private key: openssl genpkey -algorithm ed25519' })
  return z.NEVER
})

const issuerKeyFile = z
  .string()
  .transform((file, context) => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      context.addIssue({ code: 'custom', message: `cannot be read: ${file}` })
      return z.NEVER
    }
  })
  .pipe(issuerKey)

/** Of an account that sells, or of one that only tests; restricted keys begin with rk. */
const stripeKey = z
  .string()
  .regex(/^(sk|rk)_(test|live)_\w+$/, 'must be a secret key of Stripe, which begins with sk_test_ or sk_live_')

const stripeWebhookSecret = z
  .string()
  .regex(/^whsec_\S{8,}$/, 'must be the signing secret of the webhook endpoint, which begins with whsec_')

/** Several lines in one: `\\n` ends a line. */
const lines = z.string().transform((given) => given.replaceAll('\\n', '\n').trim())

const DEVELOPMENT_SELLER = 'Stance Training Centre\nThis is a demonstration: nothing is owed, and nothing must be paid.'

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
    STORAGE_URL: storageFolder.optional(),
    ISSUER_KEY: issuerKey.optional(),
    ISSUER_KEY_FILE: issuerKeyFile.optional(),
    AUDIT_CHECKPOINTS: unservedFile.optional(),
    AUDIT_WITNESS: z.email({ error: 'must be an e-mail address' }).optional(),
    STRIPE_SECRET_KEY: stripeKey.optional(),
    STRIPE_WEBHOOK_SECRET: stripeWebhookSecret.optional(),
    STRIPE_API_BASE: z.url({ protocol: /^https?$/, error: 'must look like http://127.0.0.1:12111' }).optional(),
    STRIPE_TAX: z.stringbool().default(false),
    INVOICE_FROM: lines.optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    TRUST_PROXY: z.stringbool().default(false),
    DEMO: z.stringbool().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (env.ISSUER_KEY && env.ISSUER_KEY_FILE) refuse('ISSUER_KEY_FILE', 'is set and so is ISSUER_KEY: set one of them')
    if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRET)
      refuse('STRIPE_WEBHOOK_SECRET', 'must be set with STRIPE_SECRET_KEY: nobody else tells what is signed by Stripe')
    if (env.STRIPE_API_BASE && /_live_/.test(env.STRIPE_SECRET_KEY ?? ''))
      refuse('STRIPE_API_BASE', 'cannot be set with a live key: a stand-in never gets one')
    if (env.NODE_ENV !== 'production') return
    if (env.STRIPE_API_BASE) refuse('STRIPE_API_BASE', 'cannot be set in production: a stand-in takes no money')
    if (env.SESSION_SECRET === DEVELOPMENT_SECRET) refuse('SESSION_SECRET', 'must be set in production')
    if (!env.APP_URL) refuse('APP_URL', 'must be set in production, as the address that people use')
    else if (!env.APP_URL.startsWith('https://') && new URL(env.APP_URL).hostname !== 'localhost')
      refuse('APP_URL', 'must begin with https:// in production')
    if (!env.SMTP_URL) refuse('SMTP_URL', 'must be set in production: accounts cannot be confirmed without mail')
    if (!env.STORAGE_URL) refuse('STORAGE_URL', 'must be set in production: the folder for uploaded files')
    if (!env.ISSUER_KEY && !env.ISSUER_KEY_FILE)
      refuse('ISSUER_KEY_FILE', 'must be set in production: the private key that signs credentials (docs/security.md)')
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
  const storageFolder = env.STORAGE_URL ?? path.resolve(DEVELOPMENT_STORAGE)
  return {
    ...env,
    isProduction,
    /** The demo cast exists and the sign-in page says so. */
    isDemo: env.DEMO ?? env.NODE_ENV === 'development',
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    /** An absolute path. */
    storageFolder,
    /** Beside the uploaded files, which are backed up, and not among them, where what has no record is swept away. */
    checkpointFile: env.AUDIT_CHECKPOINTS ?? `${storageFolder}-audit-checkpoints.jsonl`,
    /** Absent in development, where a key is made at first use. */
    issuerKey: env.ISSUER_KEY ?? env.ISSUER_KEY_FILE,
    /** Who writes invoices, and where they are paid; nobody writes any where it is absent. */
    invoiceFrom: env.INVOICE_FROM ?? (isProduction ? undefined : DEVELOPMENT_SELLER),
    adminDatabaseUrl: env.DATABASE_ADMIN_URL ?? env.DATABASE_URL,
  }
}

let parsed: Settings | undefined

/** The settings of this process, read once. */
export function settings(): Settings {
  parsed ??= readSettings(process.env)
  return parsed
}
