import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { contextOf } from '@/app/server/context'
import { comesFromHere } from '@/app/server/http/same-origin'
import { appRouter } from '@/app/server/routers/index'

/** The studio's procedures. A change must come from our own pages, as JSON. */
async function answer(request: Request): Promise<Response> {
  if (request.method === 'POST' && !comesFromHere(request.headers)) return Response.json({ error: 'not_allowed' }, { status: 403 })
  return fetchRequestHandler({ endpoint: '/api/trpc', req: request, router: appRouter, createContext: () => contextOf(request.headers) })
}

export { answer as GET, answer as POST }
