import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Request handler for the files below the given folders. `/` leads to the first of them.
 * @param {Record<string, string>} folders URL prefix (`/demo/`) → folder
 */
export function staticFiles(folders) {
  return async (request, response) => {
    const [pathname, query] = request.url.split('?');
    if (pathname === '/') return redirect(response, Object.keys(folders)[0] + (query ? `?${query}` : ''));
    const file = await find(folders, pathname);
    if (!file) return refuse(response, 404, 'Not found');
    if (!['GET', 'HEAD'].includes(request.method)) return refuse(response, 405, 'Method not allowed');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  };
}

async function find(folders, pathname) {
  const prefix = Object.keys(folders).find((start) => pathname.startsWith(start));
  const name = prefix && decode(pathname.slice(prefix.length));
  if (name === undefined || name.includes('\0')) return null;
  const folder = normalize(folders[prefix] + sep);
  const file = join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name);
  if (!file.startsWith(folder)) return null; // `..` written as %2e%2e
  return (await stat(file).catch(() => null))?.isFile() ? file : null;
}

function decode(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

function redirect(response, location) {
  response.writeHead(302, { location }).end();
}

function refuse(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
