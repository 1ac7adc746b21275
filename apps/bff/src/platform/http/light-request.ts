/**
 * What tRPC reads of a question: method, address, headers, and a signal. Node's whole Request, with its body
 * stream and its chained signals, costs more than most questions themselves.
 */
export function lightRequest(request: Request): Request {
  const light = {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: null,
    signal: new AbortController().signal,
  };
  return light as unknown as Request;
}
