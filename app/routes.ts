import { index, layout, type RouteConfig, route } from '@react-router/dev/routes'
import { BARE_ANSWERS } from './bare-answers.ts'
import { SIGNED_IN_PAGES } from './signed-in-pages.ts'

/** What stands at `learn/:course` has the folder `routes/learn.$course`, and likewise everything else. */
const folderOf = (address: string) => `routes/${address.replaceAll('/', '.').replaceAll(':', '$')}`

const page = (address: string) => route(address, `${folderOf(address)}/route.tsx`)
const bareAnswer = (address: string) => route(address, `${folderOf(address)}/route.ts`)

/** Pages for everybody: no script of the framework, nothing personal. */
const PUBLIC_PAGES = [
  'offline',

  // Coming in.
  'sign-up',
  'sign-in',
  'confirm',
  'confirm/:token',
  'reset-password',
  'reset-password/:token',
  'invitation/:token',
  'claim/:token',
  'stop-mails/:token',
  'countersign/:token',
  'dev/mail',
  'dev/mail/:id',

  // Courses.
  'courses/:slug',
  'glossary',
  'pathways/:slug',

  // Verifying a certificate.
  'verify',
  'verify/:number',
  'api',

  // The public register.
  'register',
  'register/check',
  'register/:code',
]

/** The sections of one's own account, in one frame. */
const SETTINGS = ['password', 'sessions', 'notices', 'calendar', 'device', 'keyboard', 'register', 'purchases']

const settings = route('settings', 'routes/settings/route.tsx', [
  index('routes/settings.profile/route.tsx'),
  ...SETTINGS.map((section) => route(section, `routes/settings.${section}/route.tsx`)),
])

export default [
  layout('routes/public-layout/route.tsx', [index('routes/home/route.tsx'), ...PUBLIC_PAGES.map(page)]),
  layout('routes/app-layout/route.tsx', [settings, ...SIGNED_IN_PAGES.map(page)]),
  ...BARE_ANSWERS.map(bareAnswer),
  // A folder whose name began with a point would be hidden.
  route('.well-known/did.json', 'routes/well-known.did.json/route.ts'),
  // Where the worker of an earlier build sends to, until the device has the present one.
  route('offline/answers', 'routes/offline.work/route.ts', { id: 'routes/offline.answers/route' }),
  // In no frame of the site's: it shows them all.
  page('dev/components'),
  // Whatever is none of these.
  route('*', 'routes/not-found/route.tsx'),
] satisfies RouteConfig
