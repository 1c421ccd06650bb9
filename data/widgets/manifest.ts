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
  readonly modules: readonly [{ readonly declarations: readonly [ElementDeclaration] }];
}

/** What of the analyzer is used here: its own types leave it out. */
interface Analyzer {
  readonly ts: {
    readonly ScriptTarget: { readonly Latest: number };
    createSourceFile(name: string, text: string, target: number, setParents: boolean): unknown;
  };
  create(options: { readonly modules: readonly unknown[] }): ElementManifest;
}

const SOURCE = new URL('../../widgets/compare-element.ts', import.meta.url);

/** What `<matchpoint-compare>` offers, from the comments and signatures of its class. */
export async function elementManifest(): Promise<ElementManifest> {
  // Not at the top: it brings a compiler, which no command but this needs.
  const analyzer: unknown = await import('@custom-elements-manifest/analyzer');
  const { create, ts } = analyzer as Analyzer;
  const text = await readFile(SOURCE, 'utf8');
  const source = ts.createSourceFile('compare-element.ts', text, ts.ScriptTarget.Latest, true);
  const { schemaVersion, modules } = create({ modules: [source] });
  const declaration = modules[0].declarations[0];
  const { attributes, events, members, name, tagName } = declaration;
  const fields = ATTRIBUTES.map((attribute) => ({
    kind: 'field',
    name: attribute,
    type: { text: 'string | null' },
    attribute,
  }));
  const manifest = {
    schemaVersion,
    modules: [
      {
        kind: 'javascript-module',
        path: 'matchpoint.js',
        declarations: [
          {
            ...declaration,
            superclass: { name: 'HTMLElement' },
            attributes: attributes.map((attribute) =>
              ATTRIBUTES.includes(attribute.name)
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
      },
    ],
  };
  // The document has a name of its own in a page, where all types are global.
  const json = JSON.stringify(manifest).replaceAll('ComparisonDocument', 'MatchpointDocument');
  return JSON.parse(json) as ElementManifest;
}

/**
 * The types of a manifest's element for pages that load the script from a host: of the DOM and of
 * React's JSX.
 */
export function elementTypes({ modules: [module] }: ElementManifest): string {
  const [{ name, tagName, attributes, events, members }] = module.declarations;
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
  return `/**
 * Types of \`<${tagName}>\` for pages that load its script from a ${SITE_NAME} host.
 * Put this file into a project; nothing has to be imported.
 */

declare global {
  interface MatchpointCompareAttributes {
${indented(attributeTypes)}
  }

  /** A comparison document, version 1: \`/openapi.json\` on the host describes it. */
  interface MatchpointDocument {
    readonly version: 1;
    readonly id: string;
    readonly title: string;
    readonly targets: readonly number[];
    readonly summary: readonly string[];
    readonly links: Readonly<Record<string, string>>;
  }

  interface ${name} extends HTMLElement {
${indented(memberTypes)}
  }

  interface HTMLElementTagNameMap {
    '${tagName}': ${name};
  }

  interface GlobalEventHandlersEventMap {
${indented(eventTypes)}
  }
}

// @ts-ignore -- only where there is React
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      '${tagName}': DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & MatchpointCompareAttributes;
    }
  }
}

export {};
`;
}

function indented(lines: readonly (readonly string[])[]): string {
  return lines
    .flat()
    .map((line) => `    ${line}`)
    .join('\n');
}
