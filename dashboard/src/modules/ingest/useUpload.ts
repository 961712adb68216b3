import { reactive } from 'vue';

export type UploadProblem = 'network' | 'tooLarge' | 'forbidden' | 'refused';

/** One file on its way: how much is sent, then the import's id, or what went wrong. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  percent: number;
  id: string | undefined;
  problem: UploadProblem | undefined;
  /** The hub's own words about the refusal, if it gave any. */
  message: string | undefined;
  status: number;
}

const problemOf = (status: number): UploadProblem => {
  if (status === 0) return 'network';
  if (status === 413) return 'tooLarge';
  return status === 401 || status === 403 ? 'forbidden' : 'refused';
};

function told(body: string): { id?: string; message?: string } {
  try {
    const answer = JSON.parse(body) as { id?: string; message?: string; error?: { message?: string } };
    return { ...answer, ...(answer.error?.message ? { message: answer.error.message } : {}) };
  } catch {
    return {};
  }
}

/** Sends files one after the other, so that a department's order is kept, and tells how far each is. */
export function useUpload(language: () => string) {
  const uploads = reactive<Upload[]>([]);
  let queue: Promise<void> = Promise.resolve();
  let last = 0;

  function post(upload: Upload, file: File, dryRun: boolean): Promise<void> {
    return new Promise(resolve => {
      const body = new FormData();
      body.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', `/api/imports${dryRun ? '?dryRun=true' : ''}`);
      request.setRequestHeader('accept-language', language());
      request.setRequestHeader('x-requested-with', 'hub');
      request.upload.onprogress = e =>
        (upload.percent = e.total ? Math.floor((100 * e.loaded) / e.total) : 0);
      request.onloadend = () => {
        const { id, message } = told(request.responseText);
        upload.status = request.status;
        if (request.status >= 200 && request.status < 300 && id) upload.id = id;
        else Object.assign(upload, { problem: problemOf(request.status), message });
        resolve();
      };
      request.send(body);
    });
  }

  /** Puts files on the way. */
  function send(files: Iterable<File>, dryRun: boolean): void {
    for (const file of files) {
      uploads.unshift({
        key: ++last,
        name: file.name,
        percent: 0,
        id: undefined,
        problem: undefined,
        message: undefined,
        status: 0,
      });
      const upload = uploads[0];
      if (upload) queue = queue.then(() => post(upload, file, dryRun));
    }
  }
  return { uploads, send };
}
