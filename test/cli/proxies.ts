import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

export interface RunningProxy {
  readonly port: number
  /** Where it was asked to connect to, `host:port`. */
  readonly asked: readonly string[]
  close(): void
}

/** An HTTP proxy that knows CONNECT and nothing else. */
export async function httpProxy(): Promise<RunningProxy> {
  const asked: string[] = []
  const server = createHttpServer()
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '')
    const { hostname, port } = new URL(`http://${request.url}`)
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    connectTo(client, hostname, Number(port))
  })
  return await listening(server, asked)
}

/** As {@link httpProxy}, over TLS, for those who know «me:secret». */
export async function httpsProxy({ key, cert }: Certificate): Promise<RunningProxy> {
  const asked: string[] = []
  const server = createHttpsServer({ key, cert })
  server.on('connect', (request, client: Socket) => {
    if (request.headers['proxy-authorization'] !== `Basic ${btoa('me:secret')}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
      return
    }
    asked.push(request.url ?? '')
    const { hostname, port } = new URL(`http://${request.url}`)
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    connectTo(client, hostname, Number(port))
  })
  return await listening(server, asked)
}

export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The file of the certificate, to be trusted by who is to. */
  readonly path: string
}

/** A certificate of this machine's own, valid for a day; null where there is no openssl. */
export function selfSigned(folder: string): Certificate | null {
  const [keyFile, path] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
  const files = ['-keyout', keyFile, '-out', path]
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '1',
        ...names,
        ...files,
      ],
      { stdio: 'pipe' },
    )
  } catch {
    return null
  }
  return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(path, 'utf8'), path }
}

/** A SOCKS5 proxy (RFC 1928) without passwords, for one address in one packet. */
export async function socksProxy(): Promise<RunningProxy> {
  const asked: string[] = []
  const server = createServer((client) => {
    client.once('data', () => {
      client.write(Uint8Array.of(5, 0))
      client.once('data', (request) => {
        const { host, port } = addressIn(request)
        asked.push(`${host}:${port}`)
        client.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0))
        connectTo(client, host, port)
      })
    })
    client.on('error', () => client.destroy())
  })
  return await listening(server, asked)
}

function addressIn(request: Buffer): { host: string; port: number } {
  const isName = request[3] === 3
  const from = isName ? 5 : 4
  const to = from + (isName ? (request[4] ?? 0) : 4)
  const bytes = request.subarray(from, to)
  const host = isName ? bytes.toString('latin1') : [...bytes].join('.')
  return { host, port: request.readUInt16BE(to) }
}

function connectTo(client: Socket, host: string, port: number): void {
  const target = connect(port, host)
  client.pipe(target).pipe(client)
  client.on('error', () => target.destroy())
  target.on('error', () => client.destroy())
}

function listening(server: Server, asked: readonly string[]): Promise<RunningProxy> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        asked,
        close() {
          server.close()
          for (const socket of sockets) socket.destroy()
        },
      })
    })
  })
}
