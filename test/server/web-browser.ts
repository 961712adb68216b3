/** Follows links as a browser does: keeps cookies for each host, reads the address of the hub as where it listens. */
export class WebBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #hub: { readonly publicUrl: string; readonly origin: string };
  /** Stops before it goes to an address that this is true of. */
  readonly #stop: (url: URL) => boolean;

  constructor(hub: { publicUrl: string; origin: string }, stop: (url: URL) => boolean = () => false) {
    this.#hub = hub;
    this.#stop = stop;
  }

  /** Opens an address and goes where it is sent; gives the last answer and where that was. */
  async open(
    address: string,
    headers: Record<string, string> = {},
  ): Promise<{ url: URL; response: Response }> {
    let url = new URL(address, this.#hub.publicUrl);
    for (let hops = 0; hops < 10; hops++) {
      const response = await this.#ask(url, headers);
      const next = response.headers.get('location');
      if (!next) return { url, response };
      const to = new URL(next, url);
      if (this.#stop(to)) return { url: to, response };
      url = to;
    }
    throw new Error('sent in circles');
  }

  cookie(name: string): string | undefined {
    return this.#jar(new URL(this.#hub.publicUrl)).get(name);
  }

  keep(name: string, value: string): void {
    this.#jar(new URL(this.#hub.publicUrl)).set(name, value);
  }

  async #ask(url: URL, headers: Record<string, string>): Promise<Response> {
    const jar = this.#jar(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = url.origin === this.#hub.publicUrl;
    const response = await fetch(own ? this.#hub.origin + url.pathname + url.search : url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie && { cookie }), ...headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  #jar({ host }: URL): Map<string, string> {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    return jar;
  }
}
