import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const HTML = 'text/html; charset=utf-8';

/**
 * Serves the given pages, and nothing else, from an origin of its own.
 * @param {Record<string, string | URL | ((query: URLSearchParams) => string)>} pages path to the text itself, to the
 *   file that is read at each request, or to what makes the text from the request's query
 * @returns {Promise<{url: string, stop(): Promise<void>}>} `url` without a slash at its end
 */
export async function startPages(pages) {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://pages');
    const page = pages[pathname] ?? chunkBeside(pages, pathname);
    if (page === undefined) return response.writeHead(404).end();
    const body = await content(page, searchParams);
    response.writeHead(200, { 'content-type': extname(pathname) === '.js' ? 'text/javascript' : HTML, 'cache-control': 'no-store', 'access-control-allow-origin': '*' }).end(body);
  });
  server.listen(0);
  await once(server, 'listening');
  return { url: `http://localhost:${server.address().port}`, stop: () => stop(server) };
}

/** A lazy chunk lies beside the file that loads it: `/video-call.fr.js` beside `/video-call.js`. */
function chunkBeside(pages, path) {
  const chunk = path.match(/^(?<entry>.*)\.[\w-]+\.js$/);
  const entry = chunk && pages[`${chunk.groups.entry}.js`];
  return entry instanceof URL ? new URL(path.slice(path.lastIndexOf('/') + 1), entry) : undefined;
}

function content(page, query) {
  if (typeof page === 'function') return page(query);
  return page instanceof URL ? readFile(page) : page;
}

async function stop(server) {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
