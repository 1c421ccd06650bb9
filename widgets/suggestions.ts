import type { SearchCatalog } from '../src/core/search/search-catalog.ts';
import { searchIn } from '../src/core/search/search.ts';
import type { Hit, SearchResult } from '../src/core/search/search.ts';
import { hitText } from '../src/view/search/hit-text.ts';
import type { HitText } from '../src/view/search/hit-text.ts';
import { noteSentences, searchNotes } from '../src/view/search/search-notes.ts';
import { address } from '../src/view/words/en/address.ts';
import { queryWords } from '../src/view/words/en/query-words.ts';
import { search } from '../src/view/words/en/search.ts';
import { SUGGESTION_STYLE } from './suggestion-style.ts';

const WORDS = { address, search };
/** Suggestions in all, and of one kind as long as there are others. */
const MAX_SHOWN = 8;
const MAX_OF_A_KIND = 5;

// one file for all that pages ask for when it is used
export { showOthers } from './others.ts';

interface Search {
  readonly catalog: SearchCatalog;
  readonly find: (query: string, isTyping: boolean) => SearchResult;
}

/**
 * Makes a search box suggest while it is typed in (the combobox pattern of the ARIA practices):
 * arrows walk through a list, Enter opens what is chosen, Escape closes the list. With nothing
 * chosen Enter sends the form, as it does where the catalog cannot be loaded.
 */
export function suggest(input: HTMLInputElement): void {
  const style = new CSSStyleSheet();
  style.replaceSync(SUGGESTION_STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = search.label;
  const status = document.createElement('p');
  status.role = 'status';
  const panel = document.createElement('div');
  panel.className = 'suggestions';
  panel.hidden = true;
  panel.append(list, status);
  input.after(panel);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }

  let shown: readonly HitText[] = [];
  let chosen = -1;
  let loading: Promise<Search> | null = null;

  const loaded = (): Promise<Search> => {
    loading ??= loadSearch();
    loading.catch(() => {
      loading = null; // the next letter tries again
    });
    return loading;
  };
  const open = (isOpen: boolean): void => {
    panel.hidden = !isOpen;
    input.ariaExpanded = String(isOpen && shown.length > 0);
    if (!isOpen) choose(-1);
  };
  const choose = (place: number): void => {
    chosen = place;
    for (const [i, option] of [...list.children].entries()) {
      option.ariaSelected = String(i === place);
    }
    if (place < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', optionId(place));
      list.children[place]!.scrollIntoView({ block: 'nearest' });
    }
  };
  const update = async (): Promise<void> => {
    const asked = input.value;
    if (asked.trim() === '') return open(false);
    const { catalog, find } = await loaded();
    if (input.value !== asked || document.activeElement !== input) return;
    const result = find(asked, !/\s$/.test(asked));
    shown = someOf(result.hits).map((hit) => hitText(hit, result.reading, catalog, WORDS));
    list.replaceChildren(...shown.map(optionOf));
    const notes = noteSentences(searchNotes(result, catalog), WORDS);
    const count = shown.length === 0 ? search.nothing : search.found(result.hits.length);
    status.textContent = [...notes, count].join(' ');
    open(true);
    choose(-1);
  };
  const ask = (): void => void update().catch(() => open(false));

  input.addEventListener('input', ask);
  input.addEventListener('focus', () => {
    void loaded().catch(() => null);
    ask();
  });
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'Escape' && !panel.hidden) {
      event.preventDefault(); // which would empty the input
      open(false);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (panel.hidden) return ask();
      const step = key === 'ArrowDown' ? 1 : -1;
      const places = shown.length + 1; // one of them none, so that the query can be sent
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      location.assign(shown[chosen]!.href);
    }
  });
  panel.addEventListener('mousedown', (event) => event.preventDefault()); // the focus stays
  list.addEventListener('click', ({ target, ctrlKey, metaKey }) => {
    const option = (target as Element).closest('li');
    const hit = shown[[...list.children].indexOf(option!)];
    if (hit === undefined) return;
    if (ctrlKey || metaKey) globalThis.open(hit.href, '_blank', 'noopener');
    else location.assign(hit.href);
  });

  void loaded().catch(() => null);
  ask();
}

async function loadSearch(): Promise<Search> {
  const response = await fetch('/catalog.json');
  if (!response.ok) throw new Error(`/catalog.json: HTTP ${response.status}`);
  const catalog = (await response.json()) as SearchCatalog;
  return { catalog, find: searchIn(catalog, queryWords) };
}

/** The first ones, so that each kind has a place. */
function someOf(hits: readonly Hit[]): Hit[] {
  const first = hits.filter(
    ({ kind }, i) => hits.slice(0, i).filter((hit) => hit.kind === kind).length < MAX_OF_A_KIND,
  );
  const others = hits.filter((hit) => !first.includes(hit));
  const some = new Set([...first, ...others].slice(0, MAX_SHOWN));
  return hits.filter((hit) => some.has(hit));
}

function optionOf({ title, figure, said }: HitText, place: number): HTMLLIElement {
  const option = document.createElement('li');
  option.role = 'option';
  option.id = optionId(place);
  option.ariaSelected = 'false';
  option.append(title);
  for (const [tag, text] of [
    ['b', figure],
    ['span', said],
  ] as const) {
    if (text === '') continue;
    const part = document.createElement(tag);
    part.textContent = text;
    option.append(part);
  }
  return option;
}

function optionId(place: number): string {
  return `suggestion-${place}`;
}
