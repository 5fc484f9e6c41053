// What is wrong with a page on the smallest screen, in forced colours and with reduced motion, as a list of sentences.
const faults = [];
const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const called = (element) => element.outerHTML.slice(0, 200).replace(/\s+/g, ' ');

// WCAG 2.2, 1.4.10: 320 CSS pixels, which is 1280 at 400 %, without scrolling sideways, but for tables in a part of their own that scrolls.
const scrolls = (element) => element !== document.body && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
if (document.documentElement.scrollWidth > window.innerWidth) {
  const wide = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && shown(element) && !scrolls(element));
  faults.push(`is ${document.documentElement.scrollWidth} wide: ${wide.slice(0, 6).map(called).join(' … ')}`);
}

// 2.1.1 and 2.4.7: all that can be used is reached by key, in the order of the page, and seen when it is.
const ringed = (element, part) => {
  const style = getComputedStyle(element, part);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
};
const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
for (const element of [...document.querySelectorAll(usable)].filter((each) => shown(each) && !each.disabled)) {
  if (element.tabIndex > 0) {
    faults.push(`changes the order of keys: ${called(element)}`);
  }
  element.focus({ focusVisible: true });
  const label = element.nextElementSibling;
  if (document.activeElement !== element) {
    faults.push(`is not reached by key: ${called(element)}`);
  } else if (!ringed(element) && !(label && ringed(label, '::before'))) {
    faults.push(`is not seen to be reached: ${called(element)}`);
  }
}

// Nothing moves for those who asked that nothing moves.
const moves = (style) => [style.transitionDuration, style.animationDuration].some((all) => all.split(',').some((each) => parseFloat(each) > 0))
  && style.transitionProperty !== 'none';
for (const element of document.querySelectorAll('*')) {
  if (moves(getComputedStyle(element)) || getComputedStyle(element).scrollBehavior === 'smooth') {
    faults.push(`moves: ${called(element)}`);
  }
}

// What is a control for the eye stays one where colours are the reader's own.
for (const element of document.querySelectorAll('.govuk-button, .govuk-input, .govuk-textarea, .govuk-select')) {
  const style = getComputedStyle(element);
  if (shown(element) && (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) === 0)) {
    faults.push(`has no edge: ${called(element)}`);
  }
}
// A sentence that is missing in a language.
for (const [missing] of document.documentElement.textContent.matchAll(/\?\?[\w.-]+\?\?/g)) {
  faults.push(`has no words for ${missing}`);
}
return faults;
