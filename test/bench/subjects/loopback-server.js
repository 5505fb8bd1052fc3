// Plain JavaScript: the server shares the machine with what is measured, and should weigh little.
import { createServer } from 'node:http'

const message = { message_id: 1, date: 0, chat: { id: 1, type: 'private' }, text: '' }
const BODY = JSON.stringify({ ok: true, result: message })
const HEAD = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(BODY) }

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, HEAD).end(BODY))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
process.on('disconnect', () => process.exit())
