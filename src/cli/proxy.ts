import type { Agent } from 'node:http'

/** The agent that goes through a proxy; undefined without one. */
export async function proxyAgent(url: string | undefined): Promise<Agent | undefined> {
  if (url === undefined) return undefined
  if (/^socks5h?:/.test(url)) {
    const { SocksProxyAgent } = await import('socks-proxy-agent')
    // The proxy looks names up: where Telegram is blocked, its name often is too.
    return new SocksProxyAgent(url.replace(/^socks5:/, 'socks5h:'), { keepAlive: true })
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent')
  return new HttpsProxyAgent(url, { keepAlive: true })
}
