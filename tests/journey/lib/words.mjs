// The words a person sees, from the same locales/ as the product: a journey names a message, and looks for its text.
import fs from 'node:fs';
import path from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';

const locales = path.join(import.meta.dirname, '../../../locales');

export function words(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of fs.readdirSync(path.join(locales, language))) {
    bundle.addResource(new FluentResource(fs.readFileSync(path.join(locales, language, file), 'utf8')));
  }
  return (id, args = {}) => {
    const [name, attribute] = id.split('.');
    const message = bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    if (!pattern) throw new Error(`no words «${id}» in ${language}`);
    const errors = [];
    const text = bundle.formatPattern(pattern, args, errors);
    if (errors.length) throw new Error(`«${id}» in ${language}: ${errors.join('; ')}`);
    return text;
  };
}
