import type { DocumentNode } from 'graphql';

const most = 500;

/** Parsed and validated documents by their hash, the longest unused forgotten first: what is compiled of them goes with them. */
export class DocumentStore {
  readonly #documents = new Map<string, DocumentNode>();

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document) {
      this.#documents.delete(key);
      this.#documents.set(key, document);
    }
    return Promise.resolve(document);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(key, document);
    const oldest = this.#documents.size > most ? this.#documents.keys().next().value : undefined;
    if (oldest !== undefined) this.#documents.delete(oldest);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(key));
  }
}
