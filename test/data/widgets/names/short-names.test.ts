import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { betterWritings } from '../../../../data/widgets/names/better-writing.ts';
import { readKeptWriting } from '../../../../data/widgets/names/kept-writing.ts';
import { scriptNames } from '../../../../data/widgets/names/script-names.ts';
import {
  keptWriting,
  stretchesOf,
  writingOf,
  written,
} from '../../../../data/widgets/names/short-names.ts';
import type { KeptWriting } from '../../../../data/widgets/names/short-names.ts';
import { internalNames, longScript, minifiedScript } from '../../../../data/widgets/script.ts';
import { randomFrom } from '../../../random.ts';

const NOTHING: KeptWriting = { names: [], order: [] };
const INTERNAL = new Set(['isOwn', 'lines']);

/** Scripts that put their result into `out`; each has one way in which a name can be mistaken. */
const SCRIPTS = {
  'a name inside hides one outside': 'let a=1,f=b=>{let a=b+1;return a};out=[f(5),a]',
  'a name outside is used inside': 'let a=1,f=b=>{let c=()=>a+b;return c()};out=f(2)',
  'var in a block is of its function':
    'function f(p){let r=[];if(p){var v=p+1;let w=v*2;r.push(w)}r.push(v,p);return r}out=[f(1),f(0)]',
  'var that only its block uses':
    'function f(p,q){let r=[];if(p){var v=p+1;r.push(v)}r.push(q);return r}out=[f(1,5),f(0,3)]',
  'a function that nothing calls': 'function f(){return 1}let a=2;out=a',
  'catch has a name that its block does not use':
    'let r=[];try{null.x}catch(n){let m=1;r.push(m)}out=r',
  'a block has names of its own': 'let a=1,r=[];{let a=2;r.push(a)}r.push(a);out=r',
  'loops have names of their own':
    'let i=9,fs=[];for(let i=0;i<3;i++)fs.push(()=>i);for(let j of[7,8]){let i=j;fs.push(()=>i)}out=[i,fs.map(f=>f())]',
  'a list is read before its loop has a name':
    'let t=[1,2],r=[];for(let u of t){let t=u*2;r.push(t)}out=r',
  'defaults see parameters before them':
    'let d=4,f=(a,b=a+d,c=()=>b)=>{let e=a+b;return[e,c()]};out=f(1)',
  'catch has a name':
    'let e=1,r=[];try{null.x}catch(n){let m=String(n).slice(0,4);r.push(m,e)}out=r',
  'functions call functions that come later':
    'out=f(3);function f(n){return n?g(n-1)+1:0}function g(n){return n?f(n-1)+10:0}',
  'a function has its own name inside': 'let f=function g(n){return n?n+g(n-1):0};out=f(4)',
  'short keys': 'let key=1,other=2,{a,b:c=3,...rest}={a:5,d:6},o={key,other,a};out=[o,c,rest]',
  'a default in a short key': 'let f=({a=1,b=a})=>[a,b];out=[f({}),f({a:2})]',
  'private members':
    'class A{#p=1;#q(){return this.#p+1}get r(){return this.#q()}static s=new A().r;has(o){return #p in o}}out=[new A().r,A.s,new A().has({})]',
  'classes know their own names':
    'class A{make(){return new A instanceof A}}let B=class extends A{};out=new B().make()',
  'properties of its own':
    'let lines=2,isOwn=3,o={lines,isOwn},{isOwn:p}=o;out=[o.lines,o.isOwn,p,delete o.lines]',
  'short keys of its own': 'let f=({lines,isOwn=4})=>[lines,isOwn];out=f({lines:1})',
  'computed keys': 'let k="x",o={[k]:1,[`${k}y`]:2},{[k]:v}=o;out=[o,v]',
  'strings that look like names': 'let a={b:1};out=a["b"]+("b"in a)',
  switches: 'let f=a=>{switch(a){case 1:let b=2;return b;default:return a}};out=[f(1),f(5)]',
  globals: 'let a=Math.max(1,2),o=Object.keys({Math:a});out=[a,o]',
  swaps: 'let a=1,b=2;[a,b]=[b,a];({x:a,b}={x:7,b:8});out=[a,b]',
  async: 'let r=[],f=async a=>{for(let b of a)r.push(b)};f([1,2]);out=r',
} as const;

describe('a script with other names', () => {
  test.each(Object.entries(SCRIPTS))('does the same: %s', async (_, source) => {
    const text = `${source};`; // as the minifier ends each statement
    const script = await scriptNames(text, INTERNAL);
    const wanted = resultOf(text);
    const statements = stretchesOf(text, script);
    const start = writingOf(script, NOTHING);
    // whatever it comes to is taken: names wander far
    const others = betterWritings(text, script, start, { random: randomFrom(7), sizeOf: () => 0 });
    for (let i = 0; i < 150; i++) {
      const other = written(statements, others.next().value.writing);
      expect([other, resultOf(other)]).toEqual([other, wanted]);
    }
  });

  test('has short ones: but for what others know', async () => {
    const text = 'let number=1,o={isOwn:number,known:Math.PI};out=o.isOwn+o.known';
    expect(await shortened(text)).toBe('let t=1,e={t:t,known:Math.PI};out=e.t+e.known');
  });

  test('writes a key that is like its name once', async () => {
    const text = 'let f=({known,isOwn})=>known+isOwn';
    const kept: KeptWriting = {
      names: [
        ['known', 'known'],
        ['.isOwn', 'i'],
        ['isOwn', 'i'],
      ],
      order: [],
    };
    expect(await shortened(text, kept)).toBe('let t=({known,i})=>known+i');
  });

  test.each(['a:for(;;)break a', 'export let a=1', 'import "a"', 'export{b};let b=1'])(
    '%s is refused: it says names in a way that is not known',
    async (text) => {
      await expect(scriptNames(text, INTERNAL)).rejects.toThrow(/^names of a script: /);
    },
  );
});

describe('what is kept of the names of a script', () => {
  const text =
    'function one(first,second){return first+second}let two=one(1,2);function three(first){return two-first}out=three(4)';
  const kept: KeptWriting = {
    names: [
      ['one', 'x'],
      ['first', 'y'],
      ['second', 'z'],
      ['two', 'v'],
      ['three', 'w'],
      ['first', 'u'],
    ],
    order: ['three', '*', 'one', '*'],
  };

  test('is given again to the same script', async () => {
    const found = 'function w(u){return v-u}let v=x(1,2);function x(y,z){return y+z}out=w(4)';
    expect(await shortened(text, kept)).toBe(found);
    const script = await scriptNames(text, INTERNAL);
    expect(keptWriting(script, writingOf(script, kept))).toEqual(kept);
  });

  test('is given to what is still there of a changed one', async () => {
    const changed = text
      .replace('let two', 'function more(first){return first*2}let two')
      .replace('one(1,2)', 'one(1,more(2))');
    expect(await shortened(changed, kept)).toBe(
      'function w(u){return v-u}let v=x(1,t(2));function x(y,z){return y+z}function t(t){return t*2}out=w(4)',
    );
    expect(await shortened('let two=1;out=two', kept)).toBe('let v=1;out=v');
  });

  test('is not given where another needs it by now', async () => {
    const clash: KeptWriting = {
      names: [
        ['a', 'x'],
        ['b', 'x'],
      ],
      order: [],
    };
    expect(await shortened('let a=1,b=2;out=a+b', clash)).toBe('let x=1,t=2;out=x+t');
    expect(await shortened('let a=1;out=x+a', clash)).toBe('let t=1;out=x+t'); // a global
  });
});

describe.each(['define.ts', 'rank-define.ts'] as const)('the script of %s', (entry) => {
  test('names as many things as with long names, and uses the same globals', async () => {
    const long = await scriptNames((await longScript(entry)).code, internalNames(entry));
    const { code } = await minifiedScript(entry);
    const short = await scriptNames(code, new Set());
    const own = long.named.filter(({ source }) => source.startsWith('.')).length;
    expect(short.named.length).toBe(long.named.length - own);
    expect([...short.globals].toSorted()).toEqual([...long.globals].toSorted());
  });

  test('is written from its long form, character by character', async () => {
    const long = (await longScript(entry)).code;
    const { code, origins } = await minifiedScript(entry);
    expect(origins.length).toBe(code.length);
    const at = code.indexOf('matchpoint-');
    expect(long.slice(origins[at], origins[at]! + 11)).toBe('matchpoint-');
  });

  test('has names that were found for it', async () => {
    const script = await scriptNames((await longScript(entry)).code, internalNames(entry));
    const kept = readKeptWriting(entry);
    const { names } = writingOf(script, kept);
    const found = new Map(kept.names);
    const alike = script.named.filter(({ source }, i) => found.get(source) === names[i]).length;
    expect(alike / names.length).toBeGreaterThan(0.3); // most names stand for several things
  });
});

async function shortened(text: string, kept = NOTHING): Promise<string> {
  const script = await scriptNames(text, INTERNAL);
  return written(stretchesOf(text, script), writingOf(script, kept));
}

function resultOf(text: string): unknown {
  const context: { out?: unknown } = {};
  runInNewContext(`"use strict";var out;${text};`, context);
  return JSON.stringify(context.out);
}
