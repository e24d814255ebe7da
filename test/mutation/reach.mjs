// SPDX-License-Identifier: MIT
// Which tests can notice a change in what a module makes when it is loaded: those that reach a function which uses it.

/** Where a statement of a module begins, with what it names. */
const opening = /^(export )?(?:async )?(?:const|let|function|class) (\w+)/gm;

/** Statements of an instrumented module: their names, the changes in them, their text. */
function statementsOf(source) {
  const starts = [...source.matchAll(opening)].map(({ index, 1: exported, 2: name }) => ({ index, name, isExported: exported !== undefined }));
  return starts.map(({ index, ...statement }, at) => {
    const text = source.slice(index, starts[at + 1]?.index);
    return { ...statement, text, changes: new Set([...text.matchAll(/stryMutAct_\w+\("(\d+)"\)/g)].map(([, id]) => id)) };
  });
}

/** The titles of those tests; `perTest` holds by title the changes that a test reaches. All that reach the module where others may use it too, or none is known. */
export function titlesReaching(change, source, perTest) {
  const all = new Set(Object.keys(perTest));
  const statements = statementsOf(source);
  const found = new Set(statements.filter(({ changes }) => changes.has(change)));
  for (const { name, isExported } of found) {
    if (isExported && !new RegExp(`^export (?:async )?function ${name}\\b`, 'm').test(source)) {
      return all;
    }
    statements.filter(({ text, name: own }) => own !== name && new RegExp(`\\b${name}\\b`).test(text)).forEach((user) => found.add(user));
  }
  const changes = new Set([...found].flatMap((statement) => [...statement.changes]));
  const titles = Object.entries(perTest).filter(([, reached]) => Object.keys(reached).some((id) => changes.has(id))).map(([title]) => title);
  return titles.length > 0 ? new Set(titles) : all;
}
