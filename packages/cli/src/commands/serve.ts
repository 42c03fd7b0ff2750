/** `isoline serve`: the page, on this machine alone. It computes in the browser; this only hands out its files. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { InputError } from '@isoline/engine'
import sirv from 'sirv'
import type { Io } from '../io.ts'

export interface ServeOptions {
  readonly port: number
  readonly host: string
}

/** Serves until it is interrupted. */
export async function serve(io: Io, { port, host }: ServeOptions): Promise<void> {
  const server = await listening(pageServer(new URL('page/', io.entry)), port, host)
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      server.close(() => resolve())
      // A browser keeps its connections open.
      server.closeAllConnections()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
  const { address, family, port: taken } = server.address() as AddressInfo
  io.stdout.write(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}/\n`)
  await ended
}

/**
 * @param folder of the built page
 * @throws InputError where the page was not built.
 */
function pageServer(folder: URL): Server {
  const headers = headersOf(folder)
  const files = sirv(fileURLToPath(folder), {
    etag: true,
    setHeaders(response, path) {
      for (const [name, value] of headers) response.setHeader(name, value)
      // Names in assets/ change with their content; all else is asked for again.
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')
    })
  })
}

/** The headers that the page's own build asks its host for: `  Name: value` under the path of all files. */
function headersOf(folder: URL): [name: string, value: string][] {
  try {
    const lines = readFileSync(new URL('_headers', folder), 'utf8').split('\n').slice(1)
    return lines.filter(Boolean).map((line) => {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? []
      return [name, value]
    })
  } catch {
    throw new InputError([{ path: '', code: 'noPage', message: 'the page is not built: npm run build' }])
  }
}

function listening(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const message =
        code === 'EADDRINUSE' ? `${port} is in use: choose another` : `cannot listen on ${host}:${port} (${code})`
      reject(new InputError([{ path: '--port', code: 'notListening', message }]))
    })
    server.listen(port, host, () => resolve(server))
  })
}
