import { reactive } from 'vue';

export type UploadProblem = 'network' | 'tooLarge' | 'forbidden' | 'refused';

/** One file on its way: how much is sent, then the import's id, or what went wrong. */
export interface Upload {
  readonly key: number;
  /** Kept until it is taken in, so that nobody has to choose it twice. */
  readonly file: File;
  /** Only checked so far. */
  preview: boolean;
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

/** Sends one file and tells how far it is. */
function post(upload: Upload, language: string): Promise<void> {
  return new Promise(resolve => {
    const body = new FormData();
    body.append('file', upload.file, upload.file.name);
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports${upload.preview ? '?dryRun=true' : ''}`);
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('x-requested-with', 'hub');
    request.upload.onprogress = e => (upload.percent = e.total ? Math.floor((100 * e.loaded) / e.total) : 0);
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

const unsent = { percent: 0, id: undefined, problem: undefined, message: undefined, status: 0 } as const;

/** Files that were dropped: checked first, taken in when the sender says so, one after the other. */
export function useUpload(language: () => string) {
  const uploads = reactive<Upload[]>([]);
  let queue: Promise<void> = Promise.resolve();
  let last = 0;
  const line = (upload: Upload): void => {
    queue = queue.then(() => post(upload, language()));
  };

  /** Puts files on the way; a department's order is kept. */
  function send(files: Iterable<File>, preview: boolean): void {
    for (const file of files) {
      uploads.unshift({ key: ++last, file, preview, ...unsent });
      if (uploads[0]) line(uploads[0]);
    }
  }
  /** Sends a file again: checked anew, or now for good. */
  function again(upload: Upload, preview: boolean): void {
    Object.assign(upload, unsent, { preview });
    line(upload);
  }
  /** Takes a file off the page. */
  function drop(upload: Upload): void {
    const at = uploads.indexOf(upload);
    if (at >= 0) uploads.splice(at, 1);
  }
  return { uploads, send, again, drop };
}
