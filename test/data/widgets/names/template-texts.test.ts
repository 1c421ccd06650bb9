import { expect, test } from 'vitest';
import { templateTexts } from '../../../../data/widgets/names/template-texts.ts';

test.each([
  ['f("a",\'b\');', 'f(`a`,`b`);'],
  ['f("it\'s","\\"","\\n\\u00d7");', 'f(`it\'s`,`\\"`,`\\n\\u00d7`);'],
  ['f("`","${a}");', 'f("`","${a}");'], // it would mean something else
  ['let o={"a-b":"c",d:"e"};', 'let o={"a-b":`c`,d:`e`};'],
  ['let{"a-b":c="d"}=o;', 'let{"a-b":c=`d`}=o;'],
  ['class A{"b"(){return"c"}"d"="e"}', 'class A{"b"(){return`c`}"d"=`e`}'],
  ['let a=o["b"]+`c${"d"}`;', 'let a=o[`b`]+`c${`d`}`;'],
])('%s', async (text, wanted) => expect(await templateTexts(text)).toBe(wanted));
