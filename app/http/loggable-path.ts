const SECRET_LINK = /^\/(confirm|reset-password|invitation|claim|countersign|stop-mails|calendar)\/[^/]+/

/** A request's path without the secret that a mailed link carries: a log opens no account. */
export const loggablePath = (url: string): string => new URL(url).pathname.replace(SECRET_LINK, '/$1/…')
