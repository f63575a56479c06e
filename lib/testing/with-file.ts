import type { RouteHandler } from '@/lib/http/route'

/** The route of exported files, asked for one of them whatever else is among the parameters. */
export const withFile = (handler: RouteHandler, file: string): RouteHandler =>
  Object.assign(
    (request: Request, { params }: Parameters<RouteHandler>[1]) =>
      handler(request, { params: params.then((given) => ({ ...given, file })) }),
    { spec: handler.spec },
  )
