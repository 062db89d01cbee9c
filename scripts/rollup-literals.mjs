const OURS = /\/lib\/(view|video-call-element)/;

/**
 * Folds the white space of our own literals: in html and svg, where a line break means no more than a space, and in
 * css, where none is needed beside `{};,` and after a colon.
 */
export function foldLiterals() {
  return {
    name: 'fold-literals',
    transform(code, id) {
      return OURS.test(id) ? { code: code.replace(/(css )?`[^`]*`/g, (literal, css) => (css ? foldStyles(literal) : foldSpace(literal))), map: null } : null;
    },
  };
}

function foldSpace(literal) {
  return literal.replace(/\s*\n\s*/g, ' ');
}

/** Colons within a selector have no space behind them. */
function foldStyles(literal) {
  return literal
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}
