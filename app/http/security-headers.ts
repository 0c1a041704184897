/**
 * Nothing inline runs without this answer's nonce, and nothing is loaded from elsewhere.
 * @param paymentPages the origin to which our own forms may lead on; browsers hold a form's redirects to this too.
 */
export function contentSecurityPolicy(nonce: string, paymentPages?: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite's development server puts styles into the page; what is built has files only.
    import.meta.env?.DEV ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    import.meta.env?.DEV ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${paymentPages ? ` ${paymentPages}` : ''}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sent with every answer, documents and data alike. */
export function setSecurityHeaders(headers: Headers, { isSecure }: { isSecure: boolean }): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}
