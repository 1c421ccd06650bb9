/** Whose a package is and under what terms, where it brings no licence text of its own. */
export interface PackageLicence {
  readonly name: string;
  readonly copyright: string;
  readonly license: 'MIT' | 'MPL-2.0';
}

/**
 * Packages that ship and have no licence file: what their readme, their sources or their manifest say
 * instead. Those below the line are only known as parts of another one's bundle.
 */
export const WRITTEN_DOWN_LICENCES: readonly PackageLicence[] = [
  {
    name: '@resvg/resvg-wasm',
    copyright: 'Copyright (c) 2021-present, yisibl(一丝)',
    license: 'MPL-2.0',
  },
  { name: 'css-box-shadow', copyright: 'Copyright (c) Brent Jackson', license: 'MIT' },
  {
    name: 'yoga-layout',
    copyright: 'Copyright (c) Meta Platforms, Inc. and affiliates.',
    license: 'MIT',
  },
  // ---
  {
    name: 'cssesc',
    copyright: 'Copyright Mathias Bynens <https://mathiasbynens.be/>',
    license: 'MIT',
  },
  { name: 'parse-css-dimension', copyright: 'Copyright (c) Jed Mao', license: 'MIT' },
  {
    name: 'postcss-selector-parser',
    copyright: 'Copyright (c) Ben Briggs (http://beneb.info)',
    license: 'MIT',
  },
  { name: 'tailwindcss', copyright: 'Copyright (c) Tailwind Labs, Inc.', license: 'MIT' },
  { name: 'twrnc', copyright: 'Copyright (c) Jared Henderson', license: 'MIT' },
];

/** The text of the MIT licence below its title and copyright line. */
export const MIT_TERMS = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
