import { CREDENTIAL_KINDS, SPECIALIST_NOTES } from '#app/domain/credential/kinds.ts'

const text = { type: 'string' } as const
const moment = { type: 'string', format: 'date-time' } as const
const maybe = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })

const fault = {
  type: 'object',
  required: ['error', 'message'],
  properties: { error: { type: 'string', enum: ['mistaken', 'unknown'] }, message: text },
}

const states = {
  valid: 'It holds.',
  suspended: 'It does not hold for now; `until` says when that ends by itself.',
  revoked: 'It was withdrawn and never holds again.',
  superseded: 'Another one has taken its place, `supersededBy`.',
  lapsed: 'The status was not renewed in time.',
  expired: 'Its last day has passed.',
}

const credential = {
  type: 'object',
  required: [
    'number',
    'state',
    'since',
    'until',
    'supersededBy',
    'kind',
    'note',
    'holderName',
    'title',
    'issuedAt',
    'validUntil',
    'page',
    'credential',
  ],
  properties: {
    number: { ...text, examples: ['STN-1KR0-E29C-TDH1-3BAR-G'] },
    state: {
      type: 'string',
      enum: Object.keys(states),
      description: Object.entries(states)
        .map(([state, means]) => `${state}: ${means}`)
        .join(' '),
    },
    since: { ...maybe(moment), description: 'Since when it is in this state; null while it is valid.' },
    until: maybe(moment),
    supersededBy: maybe(text),
    kind: { ...text, enum: CREDENTIAL_KINDS },
    note: {
      ...maybe(text),
      enum: [...SPECIALIST_NOTES, null],
      description: 'Of a specialist note: which work it is of. Null for every other kind.',
    },
    holderName: text,
    title: text,
    issuedAt: moment,
    validUntil: { ...maybe(moment), description: 'Null where it does not end by itself.' },
    page: { type: 'string', format: 'uri', description: 'The page for people that says the same.' },
    credential: {
      type: 'object',
      description: 'The signed Open Badges 3.0 credential (W3C Verifiable Credentials 2.0).',
    },
  },
}

const answer = (description: string, schema: object, type = 'application/json') => ({
  description,
  content: { [type]: { schema } },
})

/** What software may ask of us, as an OpenAPI 3.1 document. */
export const openApi = (appUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Stance: verifying certificates',
    version: '1.0.0',
    description: 'Read-only, without an account. Numbers that lead nowhere are limited for each address.',
  },
  servers: [{ url: appUrl }],
  paths: {
    '/api/credentials/{number}': {
      get: {
        operationId: 'getCredential',
        summary: 'What a certificate is today',
        parameters: [
          {
            name: 'number',
            in: 'path',
            required: true,
            description: 'As it is printed; dashes, spaces and capitals do not matter.',
            schema: text,
          },
        ],
        responses: {
          200: answer('It was issued; `state` says what it is today.', { $ref: '#/components/schemas/Credential' }),
          400: answer('The number has a mistake in it.', { $ref: '#/components/schemas/Fault' }),
          404: answer('No certificate has this number.', { $ref: '#/components/schemas/Fault' }),
          429: { description: 'Too many numbers that lead nowhere; `Retry-After` says how many seconds to wait.' },
        },
      },
    },
    '/credentials/status/{list}': {
      get: {
        operationId: 'getStatusList',
        summary: 'A signed status list (W3C Bitstring Status List 1.0)',
        parameters: [{ name: 'list', in: 'path', required: true, schema: { ...text, examples: ['revocation-1'] } }],
        responses: {
          200: answer('The list as it stands now.', { type: 'object' }, 'application/vc'),
          404: { description: 'There is no such list.' },
          503: { description: 'No key may sign at the moment: the status is not known until later.' },
        },
      },
    },
    '/.well-known/did.json': {
      get: {
        operationId: 'getIssuer',
        summary: 'The keys of the issuer (did:web)',
        responses: { 200: answer('The DID document.', { type: 'object' }, 'application/did+json') },
      },
    },
  },
  components: { schemas: { Credential: credential, Fault: fault } },
})
