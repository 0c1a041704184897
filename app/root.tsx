import sansFont from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url'
import serifFont from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from 'react-router'
import type { Route } from './+types/root'
import { readersRegion } from './domain/region.ts'
import { requestMiddleware } from './http/request.server.ts'
import { useRequestReference } from './ui/request-reference.tsx'
import './ui/styles/app.css'

export const middleware: Route.MiddlewareFunction[] = [requestMiddleware]

/** What a thrown answer says of itself goes with its page: `Retry-After`, above all. */
export const headers: Route.HeadersFunction = ({ errorHeaders, loaderHeaders }) => errorHeaders ?? loaderHeaders

/** A route sets `handle = { hydrate: true }` when it needs React in the browser; every other page, and every error, is plain HTML. */
export type PageHandle = { hydrate?: boolean }

export function Layout({ children }: { children: React.ReactNode }) {
  const hasFailed = Boolean(useRouteError())
  const matches = useMatches()
  const hydrates = !hasFailed && matches.some((match) => (match.handle as PageHandle | undefined)?.hydrate)
  return (
    <html lang="en-GB" data-region={readersRegion()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-180.png" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {[sansFont, serifFont].map((href) => (
          <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
        ))}
        <RequestIdMeta />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrates && <ScrollRestoration />}
        {hydrates && <Scripts />}
      </body>
    </html>
  )
}

function RequestIdMeta() {
  return <meta name="request-id" content={useRequestReference()} />
}

export default function App() {
  return <Outlet />
}

export { ErrorPage as ErrorBoundary } from './ui/error-page.tsx'
