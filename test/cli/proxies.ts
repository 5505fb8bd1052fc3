import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

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
    join(client, hostname, Number(port))
  })
  return await listening(server, asked)
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
        join(client, host, port)
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

function join(client: Socket, host: string, port: number): void {
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
