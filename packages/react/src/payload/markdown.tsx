'use client';

import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { lexer } from 'marked';
import type { MarkedToken, Token, Tokens } from 'marked';
import { usePresentation } from './presentation.ts';
import { judgeRemote } from '../provider/remote-policy.ts';
import type { RemotePolicy } from '../provider/remote-policy.ts';

interface MarkdownProps {
  text: string;
}

/** Deeper nesting is shown as text: nobody writes it by hand. */
const MAX_DEPTH = 40;

/**
 * Markdown as elements. No HTML is ever made of it: what looks like HTML is text, links go to `http:`, `https:` and
 * `mailto:` only, and images are loaded only from where the host allows.
 */
export function Markdown({ text }: MarkdownProps) {
  const { allowRemote } = usePresentation();
  const tokens = parse(text);
  return (
    <div className="oriel-markdown" dir="auto">
      {tokens ? <Blocks tokens={tokens} depth={0} policy={allowRemote} /> : text}
    </div>
  );
}

/** {@link Markdown} as a function, for whoever loads it late. */
export function drawMarkdown(text: string): ReactNode {
  return <Markdown text={text} />;
}

/** `null` where the text nests deeper than the parser's stack. */
function parse(text: string): Token[] | null {
  try {
    return lexer(text, { gfm: true });
  } catch {
    return null;
  }
}

interface TokensProps {
  tokens: readonly Token[];
  depth: number;
  policy: RemotePolicy;
}

function Blocks({ tokens, depth, policy }: TokensProps): ReactNode {
  return tokens.map((token, place) => (
    <Fragment key={place}>{drawn(token as MarkedToken, depth, policy)}</Fragment>
  ));
}

function drawn(token: MarkedToken, depth: number, policy: RemotePolicy): ReactNode {
  if (depth > MAX_DEPTH) return token.raw;
  const inner = (tokens: readonly Token[]) => <Blocks tokens={tokens} depth={depth + 1} policy={policy} />;
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return <p>{inner(token.tokens)}</p>;
    case 'heading':
      // Headings of a message are no headings of the page around it.
      return (
        <p className="oriel-markdown-heading" data-depth={token.depth}>
          {inner(token.tokens)}
        </p>
      );
    case 'blockquote':
      return <blockquote>{inner(token.tokens)}</blockquote>;
    case 'code':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it
        <pre dir="ltr" tabIndex={0} data-language={token.lang || undefined}>
          <code>{token.text}</code>
        </pre>
      );
    case 'list':
      return <List token={token} depth={depth} policy={policy} />;
    case 'table':
      return <Table token={token} depth={depth} policy={policy} />;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{inner(token.tokens)}</strong>;
    case 'em':
      return <em>{inner(token.tokens)}</em>;
    case 'del':
      return <del>{inner(token.tokens)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return <SafeLink href={token.href}>{inner(token.tokens)}</SafeLink>;
    case 'image':
      return <RemoteImage href={token.href} alt={token.text} policy={policy} />;
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'text':
      return 'tokens' in token && token.tokens ? inner(token.tokens) : unescaped(token.text);
    case 'escape':
      return unescaped(token.text);
    case 'html':
    case 'list_item':
    default:
      // HTML, and whatever a later version of the parser may find: shown as it was written.
      return token.raw;
  }
}

function List({ token, depth, policy }: { token: Tokens.List; depth: number; policy: RemotePolicy }) {
  const items = token.items.map((item, place) => (
    <li key={place}>
      <Blocks tokens={item.tokens} depth={depth + 1} policy={policy} />
    </li>
  ));
  return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ token, depth, policy }: { token: Tokens.Table; depth: number; policy: RemotePolicy }) {
  const cell = ({ tokens }: Tokens.TableCell) => <Blocks tokens={tokens} depth={depth + 1} policy={policy} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it
    <div className="oriel-markdown-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {token.header.map((header, place) => (
              <th key={place} scope="col">
                {cell(header)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, line) => (
            <tr key={line}>
              {row.map((data, place) => (
                <td key={place}>{cell(data)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LINKED = /^(?:https?:|mailto:)/i;

/** A link that tells its target nothing. One that goes anywhere else is its text, with the address beside it. */
function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  if (!LINKED.test(href)) return children;
  return (
    <a className="oriel-link" href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}

function RemoteImage({ href, alt, policy }: { href: string; alt: string; policy: RemotePolicy }) {
  if (judgeRemote(policy, href) === 'load') {
    return <img src={href} alt={alt} loading="lazy" referrerPolicy="no-referrer" />;
  }
  return (
    <span className="oriel-markdown-image">
      {alt === '' ? null : `${alt} `}
      <code>{href.length > 200 ? `${href.slice(0, 200)}…` : href}</code>
    </span>
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
};

/** The parser leaves the few entities that people do write to whoever draws. */
function unescaped(text: string): string {
  return text.includes('&')
    ? text.replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    : text;
}
