import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Session } from 'chdb';

/** What of an address is no setting of a query. */
const OWN: readonly string[] = ['query', 'query_id', 'database', 'session_id', 'default_format'];
/** Settings of ClickHouse's HTTP server alone. */
const HTTP_ONLY = /^(?:wait_end_of_query|send_progress|http_|enable_http_compression|role$)/;

/**
 * A door over HTTP to an engine in this process, as far as the official client walks through it: statements in the body
 * or, for inserts, in the address before their rows; parameters in the address or as parts of a form; settings in the
 * address; errors with the server's status, header and words.
 */
export async function openGateway(folder: string) {
  const session = new Session(folder);
  const server = createServer((request, response) => void answer(session, request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      session.close();
    },
  };
}

async function answer(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '/', 'http://gateway');
  try {
    const form = await readBody(request);
    const sql = `${setStatements(searchParams)}${[searchParams.get('query') ?? '', form.query].filter(Boolean).join('\n')}`;
    const parameters = parametersOf(sql, [...searchParams, ...form.fields]);
    const options = { format: searchParams.get('default_format') ?? 'TabSeparated' };
    const result =
      Object.keys(parameters).length === 0
        ? await session.queryAsync(sql, options)
        : await session.queryBindAsync(sql, parameters, options);
    response.writeHead(200, { 'x-clickhouse-summary': '{}' }).end(result.bytes());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = /Code: (\d+)/.exec(message)?.[1] ?? '0';
    response.writeHead(500, { 'x-clickhouse-exception-code': code }).end(message);
  }
}

async function readBody(request: IncomingMessage): Promise<{ query: string; fields: [string, string][] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { query: body.toString(), fields: [] };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const fields = [...form].map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : value.name,
  ]);
  const query = fields.find(([name]) => name === 'query')?.[1] ?? '';
  return { query, fields: fields.filter(([name]) => name !== 'query') };
}

function setStatements(address: URLSearchParams): string {
  const settings = [...address].filter(
    ([name]) => !OWN.includes(name) && !name.startsWith('param_') && !HTTP_ONLY.test(name),
  );
  return settings
    .map(([name, value]) => `SET ${name.replaceAll(/\W/g, '')} = '${value.replaceAll("'", "''")}'; `)
    .join('');
}

/** As the client writes them: texts escaped as in tab-separated rows, lists of texts as literals. */
function parametersOf(sql: string, fields: readonly (readonly [string, string])[]): Record<string, unknown> {
  const parameters = fields
    .filter(([name]) => name.startsWith('param_'))
    .map(([name, value]): [string, unknown] => {
      const own = name.slice('param_'.length);
      const isList = sql.includes(`{${own}:Array(String)}`);
      return [
        own,
        isList ? [...value.matchAll(TEXT_IN_LIST)].map((match) => unescape(match[1] ?? '')) : unescape(value),
      ];
    });
  return Object.fromEntries(parameters);
}

const TEXT_IN_LIST = /'((?:\\.|[^'\\])*)'/gs;

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', 0: '\0' };

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);
}
