// An office's proxy: it notes whom it is asked for and by whom, and lets nothing through.
import { once } from 'node:events';
import { createServer } from 'node:http';

export async function officeProxy(user, password) {
  const right = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const asked = [];
  const server = createServer().listen(0, '127.0.0.1');
  server.on('connect', ({ url, headers }, socket) => {
    const signedIn = headers['proxy-authorization'] === right;
    asked.push({ host: url.replace(/:443$/, ''), signedIn });
    socket.on('error', () => {});
    socket.end(signedIn ? 'HTTP/1.1 403 Forbidden\r\n\r\n' : 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n\r\n');
  });
  await once(server, 'listening');
  return {
    asked,
    address: `127.0.0.1:${server.address().port}`,
    /** From then on nobody answers at its address. */
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
