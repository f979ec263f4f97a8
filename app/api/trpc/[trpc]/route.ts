import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { complain } from '@/app/server/complain'
import { contextOf } from '@/app/server/context'
import { comesFromHere } from '@/app/server/http/same-origin'
import { appRouter } from '@/app/server/routers/index'

/** The studio's procedures. A change must come from our own pages, as JSON. */
async function answer(request: Request): Promise<Response> {
  if (request.method === 'POST' && !comesFromHere(request.headers)) return Response.json({ error: 'not_allowed' }, { status: 403 })
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => contextOf(request.headers),
    onError: ({ error, ctx }) => unread(error, ctx),
  })
}

/** A request whose person could not even be read: everything later is told by the procedure itself. */
function unread(error: Error, context: unknown): void {
  if (context === undefined) complain(error.cause ?? error, { at: 'sign-in of a request' })
}

export { answer as GET, answer as POST }
