/** Describes the element for editors, frameworks and documentation tools, from its source and class comment. */
export default {
  globs: ['src/video-call-element.ts', 'src/talk-element.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [elementsOnly(), publicOnly(), describedByAttribute(), pathsOfPackage()],
};

/** What a base class of ours gives to the element is the element's own to whoever uses it. */
function elementsOnly() {
  return {
    name: 'elements-only',
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules.filter(({ declarations }) => declarations?.some(({ tagName }) => tagName));
      for (const declaration of declarationsOf(manifest)) {
        declaration.superclass = { name: 'LitElement', package: 'lit' };
        for (const member of declaration.members) delete member.inheritedFrom;
      }
    },
  };
}

/** Only what a user of the element may touch; privates and the life-cycle are ours. */
function publicOnly() {
  const internal = ({ name, privacy, static: isStatic }) =>
    name.startsWith('#') ||
    name === 'connectedMoveCallback' || // younger than the analyzer's own list
    privacy === 'private' ||
    privacy === 'protected' ||
    isStatic;
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const declaration of declarationsOf(customElementsManifest)) {
        declaration.members = declaration.members?.filter((member) => !internal(member));
      }
    },
  };
}

/** A property that mirrors an attribute is described once, by the attribute. */
function describedByAttribute() {
  return {
    name: 'described-by-attribute',
    packageLinkPhase({ customElementsManifest }) {
      for (const { members, attributes } of declarationsOf(customElementsManifest)) {
        for (const { fieldName, description } of attributes ?? []) {
          const field = members.find(({ name }) => name === fieldName);
          if (field) field.description ??= description;
        }
      }
    },
  };
}

/** Tools read the package as installed: compiled modules under `lib`. */
function pathsOfPackage() {
  const compiled = (path) => path?.replace(/^\/?src\/(.*)\.ts$/, 'lib/$1.js');
  return {
    name: 'paths-of-package',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        module.path = compiled(module.path);
        for (const { declaration } of module.exports ?? []) declaration.module = compiled(declaration.module);
      }
    },
  };
}

function declarationsOf(manifest) {
  return manifest.modules.flatMap((module) => module.declarations ?? []);
}
