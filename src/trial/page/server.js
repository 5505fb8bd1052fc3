/** Does something as a person of the page; resolves with the server's answer, throws its error. */
export function perform(action) {
  return post('/do', JSON.stringify(action))
}

export function upload(file, details) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(details)) {
    if (value !== undefined && value !== '') query.set(name, value)
  }
  return post(`/upload?${query}`, file)
}

async function post(address, body) {
  const response = await fetch(address, { method: 'POST', body })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** Listens to the server's events. The browser reconnects by itself and then gets everything anew. */
export function listen(handlers, onConnection) {
  const source = new EventSource('/events')
  source.addEventListener('open', () => onConnection(true))
  source.addEventListener('error', () => onConnection(false))
  for (const [event, handle] of Object.entries(handlers)) {
    source.addEventListener(event, ({ data }) => handle(JSON.parse(data)))
  }
}
