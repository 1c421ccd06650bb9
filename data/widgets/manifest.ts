import { SITE_NAME } from '../../src/view/brand.ts';
import { readFile } from 'node:fs/promises';
import { ATTRIBUTES } from '../../widgets/settings.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'private' | 'protected';
  readonly readonly?: boolean;
  readonly return?: { readonly type: { readonly text: string } };
}

/** The class of the element, as a custom elements manifest has it. */
interface ElementDeclaration extends Named {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly members: readonly Member[];
}

/** A custom elements manifest, https://github.com/webcomponents/custom-elements-manifest. */
interface ElementManifest {
  readonly schemaVersion: string;
  /** of each script one, with one element */
  readonly modules: readonly { readonly declarations: readonly [ElementDeclaration] }[];
}

/** What of the analyzer is used here: its own types leave it out. */
interface Analyzer {
  readonly ts: {
    readonly ScriptTarget: { readonly Latest: number };
    createSourceFile(name: string, text: string, target: number, setParents: boolean): unknown;
  };
  create(options: { readonly modules: readonly unknown[] }): ElementManifest;
}

/** The class of each element, its script, and the attributes that are properties too. */
const ELEMENTS = [
  { file: 'compare-element.ts', path: 'matchpoint.js', properties: ATTRIBUTES },
  { file: 'rank-element.ts', path: 'matchpoint-rank.js', properties: [] },
] as const satisfies readonly { readonly properties: readonly string[]; [key: string]: unknown }[];

/** The custom elements manifest of both elements, from the comments and signatures of their classes. */
export async function elementManifest(): Promise<ElementManifest> {
  // Not at the top: it brings a compiler, which no command but this needs.
  const analyzer: unknown = await import('@custom-elements-manifest/analyzer');
  const { create, ts } = analyzer as Analyzer;
  const sources = await Promise.all(
    ELEMENTS.map(async ({ file }) => {
      const text = await readFile(new URL(`../../widgets/${file}`, import.meta.url), 'utf8');
      return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    }),
  );
  const { schemaVersion, modules } = create({ modules: sources });
  const described = modules.map(({ declarations: [declaration] }, i) =>
    moduleOf(declaration, ELEMENTS[i]!),
  );
  // The documents have names of their own in a page, where all types are global.
  const json = JSON.stringify({ schemaVersion, modules: described })
    .replaceAll('ComparisonDocument', 'MatchpointDocument')
    .replaceAll('RankFigure', 'MatchpointRanking');
  return JSON.parse(json) as ElementManifest;
}

/** A script with its element, of whose class only what is for others is told. */
function moduleOf(
  declaration: ElementDeclaration,
  { path, properties }: { readonly path: string; readonly properties: readonly string[] },
): object {
  const { attributes, events, members, name, tagName } = declaration;
  const fields = properties.map((attribute) => ({
    kind: 'field',
    name: attribute,
    type: { text: 'string | null' },
    attribute,
  }));
  return {
    kind: 'javascript-module',
    path,
    declarations: [
      {
        ...declaration,
        superclass: { name: 'HTMLElement' },
        attributes: attributes.map((attribute) =>
          properties.includes(attribute.name)
            ? { ...attribute, fieldName: attribute.name }
            : attribute,
        ),
        // What has no description is not for others: callbacks of the browser, an event whose
        // name is computed, private members.
        events: events.filter(({ description }) => description),
        members: [
          ...fields,
          ...members.filter(({ description, privacy }) => description && !privacy),
        ],
      },
    ],
    exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name } }],
  };
}

/**
 * The types of a manifest's elements for pages that load their scripts from a host: of the DOM and of
 * React's JSX.
 */
export function elementTypes({ modules }: ElementManifest): string {
  const elements = modules.map(({ declarations: [declaration] }) => declaration);
  const tags = elements.map(({ tagName, name }) => [`'${tagName}': ${name};`]);
  const jsx = elements.map(({ tagName, name }) => [
    '// @ts-ignore',
    `'${tagName}': DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${attributesName(name)};`,
  ]);
  const names = elements.map(({ tagName }) => `\`<${tagName}>\``).join(' and ');
  return `/**
 * Types of ${names} for pages that load their scripts from a ${SITE_NAME} host.
 * Put this file into a project; nothing has to be imported.
 */

declare global {
  /** A comparison document, version 1: \`/openapi.json\` on the host describes it. */
  interface MatchpointDocument {
    readonly version: 1;
    readonly id: string;
    readonly title: string;
    readonly targets: readonly number[];
    readonly summary: readonly string[];
    readonly links: Readonly<Record<string, string>>;
  }

  /** A ranking as it is on screen. */
  interface MatchpointRanking {
    /** \`<model>/<workload>\` */
    readonly id: string;
    /** tok/s/user; \`null\` where a cost is the limit */
    readonly at: number | null;
    /** $ per million tokens; \`null\` where a speed is the target */
    readonly cost: number | null;
    readonly by: string;
    /** \`rank\` is \`null\` where a row is not ranked, \`ratio\` where one of the two has no number */
    readonly rows: readonly {
      readonly key: string;
      readonly rank: number | null;
      readonly status: string;
      readonly ratio: number | null;
    }[];
  }

  /** What the host says of a ranking in words. */
  interface MatchpointRankingAnswer {
    readonly title: string;
    readonly answer: string;
    readonly leading: string | null;
    /** how ranks are told, and whose figures, prices and release they are from */
    readonly method: string;
    readonly source: string;
  }
${elements.map(typesOf).join('')}
  interface HTMLElementTagNameMap {
${indented(tags)}
  }

  /** Where several elements have an event of a name, its detail tells them apart. */
  interface GlobalEventHandlersEventMap {
${indented(sharedEvents(elements))}
  }
}

// @ts-ignore -- only where there is React
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${indented(jsx, 6)}
    }
  }
}

export {};
`;
}

/** The types that one element has of its own. */
function typesOf({ name, attributes, events, members }: ElementDeclaration): string {
  const attributeTypes = attributes.map(({ name: attribute, description, type }) => [
    `/** ${description} */`,
    `${attribute}?: ${type?.text === 'boolean' ? "boolean | '' | 'true' | 'false'" : type?.text};`,
  ]);
  const memberTypes = members.map(({ kind, name: member, description, type, ...rest }) => [
    ...(description ? [`/** ${description} */`] : []),
    kind === 'method'
      ? `${member}(): ${rest.return?.type.text};`
      : `${rest.readonly ? 'readonly ' : ''}${member}: ${type?.text};`,
  ]);
  const eventTypes = events.map(({ name: event, description, type }) => [
    `/** ${description} */`,
    `'${event}': ${type?.text};`,
  ]);
  const listening = ['add', 'remove'].flatMap((verb) => {
    const options = `boolean | ${verb === 'add' ? 'AddEventListenerOptions' : 'EventListenerOptions'}`;
    return [
      `${verb}EventListener<K extends keyof ${name}EventMap>(type: K, listener: (this: ${name}, event: ${name}EventMap[K]) => unknown, options?: ${options}): void;`,
      `${verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: ${options}): void;`,
    ];
  });
  return `
  interface ${attributesName(name)} {
${indented(attributeTypes)}
  }

  interface ${name}EventMap extends HTMLElementEventMap {
${indented(eventTypes)}
  }

  interface ${name} extends HTMLElement {
${indented([...memberTypes, listening])}
  }
`;
}

/** An event as any of the elements sends it: what listens further up does not know which. */
function sharedEvents(elements: readonly ElementDeclaration[]): string[][] {
  const events = elements.flatMap((element) => element.events);
  return [...new Set(events.map(({ name }) => name))].map((name) => {
    const types = events.flatMap((event) => (event.name === name ? [event.type?.text] : []));
    return [`'${name}': ${[...new Set(types)].join(' | ')};`];
  });
}

function attributesName(element: string): string {
  return element.replace(/Element$/, 'Attributes');
}

function indented(lines: readonly (readonly string[])[], by = 4): string {
  return lines
    .flat()
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
