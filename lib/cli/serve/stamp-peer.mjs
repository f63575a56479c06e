// Loaded into the web server's process before Next, as plain JavaScript, because nothing compiles it. Next passes a
// caller's own X-Forwarded-For on as if it were true, and shows handlers no socket: so each request is stamped here with
// the address at the other end of its connection, over whatever the caller wrote there.
import { Server } from 'node:http'

const emit = Server.prototype.emit

Server.prototype.emit = function (event, ...args) {
  const [request] = args
  if (request?.socket && request.headers) request.headers['x-proofline-peer'] = request.socket.remoteAddress ?? ''
  return emit.call(this, event, ...args)
}

// Without this mark the stamp is only a header that anybody can send, and is not believed.
globalThis.prooflineStampsPeers = true
