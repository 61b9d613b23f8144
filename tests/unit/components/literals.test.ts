/** Words, quotation marks and brackets of the interface stand in `locales/`, none in a component. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/extension';

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** What every language sets alike: separators, the sign of a tag. Letters, digits, brackets and quotation marks are not. */
const neutral = /^[\s·–…/×#]*$/u;
/** A pause for who listens. */
const pause = /^[.,]\s*$/;
/** Addresses are the same in every language. */
const address = /^[a-z.]+\.example$/;
/** Attributes that people read or hear. */
const spoken = new Set(['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label', 'legend']);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Literal text within an expression that is shown: what a condition chooses from, a sum, a template's own words. */
function* shown(expression: Node): Generator<[Node, string]> {
  const { type } = expression;
  if (type === 'Literal' && typeof expression['value'] === 'string') yield [expression, expression['value']];
  if (type === 'TemplateLiteral')
    for (const quasi of expression['quasis'] as Node[]) yield [quasi, (quasi['value'] as { cooked: string }).cooked];
  const inside =
    type === 'ConditionalExpression'
      ? ['consequent', 'alternate']
      : type === 'LogicalExpression' || type === 'BinaryExpression'
        ? ['left', 'right']
        : [];
  // Both sides of a comparison are no text.
  if (type === 'BinaryExpression' && expression['operator'] !== '+') return;
  for (const key of inside) if (isNode(expression[key])) yield* shown(expression[key]);
}

/** An element's attribute, where it is written out. */
const attribute = (element: Node, name: string): unknown =>
  ((element['openingElement'] as Node)['attributes'] as Node[])
    .filter((one) => (one['name'] as { name?: unknown } | undefined)?.name === name)
    .map((one) => (one['value'] as { value?: unknown } | null)?.value)[0];

function* literalsIn(node: Node): Generator<[Node, string]> {
  if (node.type === 'JSXText' && !pause.test(String(node['value']).trim())) yield [node, String(node['value'])];
  // What says that it is English, as an article's sentence does, is no text of the interface.
  if (node.type === 'JSXElement' && attribute(node, 'lang') === 'en') return;
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    for (const child of node['children'] as Node[])
      if (child.type === 'JSXExpressionContainer') yield* shown(child['expression'] as Node);
  if (node.type === 'JSXAttribute' && spoken.has(String((node['name'] as { name: unknown }).name))) {
    const value = node['value'] as Node | null;
    if (value) yield* shown(value.type === 'JSXExpressionContainer' ? (value['expression'] as Node) : value);
  }
  for (const [key, value] of Object.entries(node))
    if (key !== 'parent')
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* literalsIn(child);
}

function* components(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
    if (entry.isDirectory()) yield* components(join(folder, entry.name));
    else if (entry.name.endsWith('.tsx')) yield relative(root, join(root, folder, entry.name));
}

/** Text of the interface that is written in a component. */
const written = (source: string): string[] => {
  const tree = parseAst(source, { lang: 'tsx' }) as unknown as Node;
  return [...literalsIn(tree)]
    .map(([, text]) => text.trim())
    .filter((text) => !neutral.test(text) && !address.test(text));
};

test('is seen wherever it can stand in a component', () => {
  expect(written('<p>Saved</p>')).toEqual(['Saved']);
  expect(written('<p>“{words}”</p>')).toEqual(['“', '”']);
  expect(written('<p>{open ? "Open" : t("a.b")}</p>')).toEqual(['Open']);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code
  expect(written('<p>{name && ` (${name})`}</p>')).toEqual(['(', ')']);
  expect(written('<b title="Close" className="cb-x" />')).toEqual(['Close']);
  expect(written('<b aria-label={"Close " + name} />')).toEqual(['Close']);
  expect(written('<p>{state === "open" && <b>{t("a.b")}</b>} · {n}</p>')).toEqual([]);
});

const files = [...components('components'), ...components('entrypoints')];

test.each(files)('there is none in %s', (file) => {
  expect(written(readFileSync(join(root, file), 'utf8'))).toEqual([]);
});

test.each(files)('no quotation mark is written in %s', (file) => {
  const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  expect(code.match(/[“”„«»「」]/gu) ?? []).toEqual([]);
});
