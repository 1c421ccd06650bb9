/**
 * Places that code is pasted into, in the order of the builder: what each allows, and what to do
 * there. Which code each takes stands beside the code.
 */
export const places = {
  wordpress: {
    name: 'WordPress, block editor',
    text: 'A Custom HTML block keeps everything that an administrator or editor of a single site pastes. For other roles, and on multisite, scripts and frames are removed: paste the page’s address on a line of its own, which a WordPress of one’s own makes into a frame, or take the image.',
  },
  wordpressClassic: {
    name: 'WordPress, classic editor',
    text: 'Paste on the Text tab and save there: the Visual tab drops tags that it does not know, the element among them. The line breaks that WordPress adds do no harm. Roles as in the block editor.',
  },
  ghost: {
    name: 'Ghost',
    text: 'An HTML card (type /html) keeps scripts and frames on the web. Its e-mail has none of them, so that readers there see the image within the element.',
  },
  hugo: {
    name: 'Hugo',
    text: 'Markdown leaves HTML out unless markup.goldmark.renderer.unsafe is true. Or put the code into layouts/shortcodes/comparison.html and write {{< comparison >}} in the post, which needs no setting.',
  },
  docusaurus: {
    name: 'Docusaurus',
    text: 'Documents and posts are MDX, where a style is an object and HTML with one fails: take the JSX, as a block with a blank line before and after it.',
  },
  astro: {
    name: 'Astro',
    text: 'Pages (.astro), Markdown and MDX take the HTML as it stands, without its data in .astro and MDX, where braces are code. Where a policy or a wrapper gets in the way, the iframe works too.',
  },
  next: {
    name: 'Next.js and other React',
    text: 'The JSX works in a server or a client component and in MDX; React 19 puts the script into the head once. TypeScript wants the tag declared among JSX.IntrinsicElements.',
  },
  notion: {
    name: 'Notion',
    text: 'Type /embed and paste the address of the iframe. A page of Notion neither tells the frame its colours nor takes its height: choose a theme above, and drag the lower edge.',
  },
  substack: {
    name: 'Substack',
    text: 'No HTML. Upload the picture, which Substack copies: what is live elsewhere stands still here, so pin it. Put the link on it and its text as alt text. A page’s address alone becomes a preview with the card.',
  },
  medium: {
    name: 'Medium',
    text: 'No HTML, and frames only of sites that Embedly lists. Paste the picture, with its alt text and the link in the caption; a page’s address on a line of its own becomes a preview.',
  },
  github: {
    name: 'GitHub README, issue or discussion',
    text: 'Scripts, frames and styles are removed; pictures and links stay. Pictures go through GitHub’s cache, so that a live one may lag behind. A badge, which comparisons have, follows the reader’s light or dark.',
  },
  slides: {
    name: 'Google Slides and Docs',
    text: 'Insert, Image, By URL takes the PNG and no SVG; the slide keeps a copy, so pin it. With scale=2 in the address it is sharp on a large screen. Put the alt text in by hand.',
  },
};
