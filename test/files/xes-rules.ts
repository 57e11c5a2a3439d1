// The rules of IEEE 1849-2016 for a log, as a reader that accepts nothing else: its grammar, its data types, its globals and its classifiers.

export interface XesAttribute {
  readonly kind: string;
  readonly key: string;
  readonly value: string;
}

export interface XesTrace {
  readonly attributes: readonly XesAttribute[];
  readonly events: readonly (readonly XesAttribute[])[];
}

export interface XesLog {
  readonly extensions: readonly string[];
  readonly globals: ReadonlyMap<string, readonly XesAttribute[]>;
  readonly classifiers: readonly { readonly scope: string; readonly keys: readonly string[] }[];
  readonly attributes: readonly XesAttribute[];
  readonly traces: readonly XesTrace[];
}

type Fields = Readonly<Record<string, string>>;
interface Tag {
  readonly name: string;
  readonly role: 'open' | 'close' | 'empty';
  readonly fields: Fields;
}

const entities: Fields = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The value of an XML attribute: references are resolved, and white space that is no reference becomes a space. */
function valueOf(text: string): string {
  const isBare = Array.from(text).some((letter) => letter < ' ' && !'\t\n\r'.includes(letter));
  if (isBare || /[<\uFFFE\uFFFF]/.test(text)) throw new Error(`not XML: ${text}`);
  return text.replaceAll(/[\t\n\r]/g, ' ').replaceAll(/&([^;]*);?/g, (found, name: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1];
    const value = code === undefined ? entities[name] : String.fromCodePoint(Number(code));
    if (value === undefined || !found.endsWith(';')) throw new Error(`not a reference: ${found}`);
    return value;
  });
}

function tagsOf(text: string): Tag[] {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!text.startsWith(declaration)) throw new Error('no declaration');
  const rest = text.slice(declaration.length);
  const pattern = /\s*<(\/?)([A-Za-z]+)((?:\s+[\w.:]+="[^"]*")*)\s*(\/?)>/gy;
  const tags: Tag[] = [];
  let end = 0;
  for (const [found, slash = '', name = '', fields = '', empty = ''] of rest.matchAll(pattern)) {
    end += found.length;
    const pairs = [...fields.matchAll(/([\w.:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, valueOf(value)]);
    const given = Object.fromEntries(pairs) as Fields;
    if (Object.keys(given).length !== pairs.length) throw new Error(`an attribute twice in ${found}`);
    tags.push({ name, role: slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open', fields: given });
  }
  if (rest.slice(end).trim() !== '') throw new Error(`not a tag: ${rest.slice(end, end + 60)}`);
  return tags;
}

/** The data types of XML Schema that the standard gives its attributes. */
const types: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  int: /^[+-]?\d{1,18}$/,
  float: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  boolean: /^(?:true|false|0|1)$/,
};
const ncName = /^[\p{L}_][\p{L}\p{N}._-]*$/u;
const xmlName = /^[\p{L}_:][\p{L}\p{N}._:-]*$/u;

function need(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** @throws Error that names the first rule that is broken */
export function readXes(text: string): XesLog {
  const tags = tagsOf(text);
  let at = 0;
  const take = (name: string, role: Tag['role'], ...keys: string[]): Fields => {
    const tag = tags[at];
    at += 1;
    need(tag?.name === name && tag.role === role, `<${name}> expected, found ${JSON.stringify(tag)}`);
    const fields = tag?.fields ?? {};
    need(Object.keys(fields).sort().join() === [...keys].sort().join(), `<${name}> with ${Object.keys(fields).join()}`);
    return fields;
  };
  const isNext = (name: string): boolean => tags[at]?.name === name && tags[at]?.role !== 'close';
  function attributes(): XesAttribute[] {
    const found: XesAttribute[] = [];
    for (let kind = tags[at]?.name ?? ''; kind in types && tags[at]?.role !== 'close'; kind = tags[at]?.name ?? '') {
      const { key = '', value = '' } = take(kind, 'empty', 'key', 'value');
      need(xmlName.test(key), `not a name: ${key}`);
      need(types[kind]?.test(value) === true, `not a ${kind}: ${value}`);
      need(!found.some((other) => other.key === key), `${key} twice in one element`);
      found.push({ kind, key, value });
    }
    return found;
  }

  const { 'xes.version': version = '' } = take('log', 'open', 'xes.version');
  need(/^\d+\.\d+$/.test(version), `not a decimal: ${version}`);
  const extensions: string[] = [];
  while (isNext('extension')) {
    const { name = '', prefix = '', uri = '' } = take('extension', 'empty', 'name', 'prefix', 'uri');
    need(ncName.test(name) && ncName.test(prefix), `not a name: ${name}, ${prefix}`);
    need(uri === `http://www.xes-standard.org/${prefix}.xesext`, `not the address of ${name}: ${uri}`);
    extensions.push(prefix);
  }
  const globals = new Map<string, XesAttribute[]>();
  while (isNext('global')) {
    const { scope = '' } = take('global', 'open', 'scope');
    need(['trace', 'event'].includes(scope) && !globals.has(scope), `scope ${scope}`);
    globals.set(scope, attributes());
    take('global', 'close');
  }
  const classifiers: { scope: string; keys: string[] }[] = [];
  while (isNext('classifier')) {
    const { name = '', scope = '', keys = '' } = take('classifier', 'empty', 'name', 'scope', 'keys');
    need(ncName.test(name), `not a name: ${name}`);
    const known = globals.get(scope)?.map(({ key }) => key) ?? [];
    need(
      keys.split(' ').every((key) => known.includes(key)),
      `classifier ${name} of what is not global`,
    );
    classifiers.push({ scope, keys: keys.split(' ') });
  }
  const complete = (scope: string, found: readonly XesAttribute[]): readonly XesAttribute[] => {
    for (const { key, kind } of globals.get(scope) ?? []) {
      need(
        found.some((other) => other.key === key && other.kind === kind),
        `${scope} without ${key}`,
      );
    }
    for (const { key } of found) {
      const prefix = /^(\w+):/.exec(key)?.[1];
      need(prefix === undefined || extensions.includes(prefix), `${key} of an extension that is not declared`);
    }
    return found;
  };
  const own = attributes();
  const traces: XesTrace[] = [];
  while (isNext('trace')) {
    take('trace', 'open');
    const ofTrace = complete('trace', attributes());
    const events: (readonly XesAttribute[])[] = [];
    while (isNext('event')) {
      take('event', 'open');
      events.push(complete('event', attributes()));
      take('event', 'close');
    }
    take('trace', 'close');
    traces.push({ attributes: ofTrace, events });
  }
  take('log', 'close');
  need(at === tags.length, 'something after the log');
  return { extensions, globals, classifiers, attributes: own, traces };
}
