// The browser's side of files.cpp.
mergeInto(LibraryManager.library, {
  $Files__deps: ['$Page', '$Frames', '$Input'],
  $Files: {
    // Larger files would not fit into the program's memory several times over.
    largest: 64 * 1024 * 1024,
    dialog: null,

    start: () => {
      Files.dialog = document.createElement('input');
      Files.dialog.type = 'file';
      Files.dialog.hidden = true;
      document.body.append(Files.dialog);
      Page.listen(Files.dialog, 'change', async () => {
        await Files.take([...Files.dialog.files]);
        Files.dialog.value = '';  // the same file may be chosen again
      });
      const carries = (event) => event.dataTransfer && event.dataTransfer.types.includes('Files');
      const mark = (on) => document.documentElement.classList.toggle('dropping', on);
      Page.listen(window, 'dragover', (event) => carries(event) && (event.preventDefault(), mark(true)));
      Page.listen(window, 'dragleave', (event) => event.relatedTarget || mark(false));
      Page.listen(window, 'drop', (event) => {
        if (!carries(event)) return;
        event.preventDefault();
        mark(false);
        const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
        if (entries.some((entry) => entry && entry.isDirectory))
          Files.unfold(entries);
        else
          Files.take([...event.dataTransfer.files]);
      });
      if (window.launchQueue) {
        launchQueue.setConsumer((launch) => Files.take(launch.files));
      }
    },

    // A whole folder: of what is in it and below, what can be read here; not without end.
    unfold: async (entries) => {
      const files = [], refused = [];
      let seen = 0, size = 0, left = '';
      const look = async (entry, depth) => {
        if (!entry || left) return;
        if (++seen > 20000 || depth > 12 || files.length >= 2000 || size > 3 * Files.largest) {
          left = entry.fullPath.slice(1);
          return;
        }
        if (entry.isFile) {
          if (depth && !/\.(json|csv|zip)$/i.test(entry.name)) return;
          const file = await new Promise((done, failed) => entry.file(done, failed)).catch(() => null);
          if (file) size += file.size;
          files.push(file && depth ? new File([file], entry.fullPath.slice(1)) : file || entry);
          return;
        }
        const reader = entry.createReader();
        for (let batch; !left;) {
          batch = await new Promise((done) => reader.readEntries(done, () => done([])));
          if (!batch.length) break;
          for (const inside of batch) await look(inside, depth + 1);
        }
      };
      for (const entry of entries) await look(entry, 0);
      if (left) refused.push([left, Page.chinese() ? '文件太多或太大：从这里起没有读，请分几次拖进来。' : 'Too many files, or too large: from here on nothing was read. Drop them in parts.']);
      if (!files.length && !left) refused.push([entries.find((entry) => entry).name, Page.chinese() ? '里面没有 .json、.csv 或 .zip 文件。' : 'There is no .json, .csv or .zip file in it.']);
      Files.take(files, refused);
    },
    // Files, or the handles that an installed app is given.
    take: async (files, already) => {
      const refused = already || [];
      let taken = 0;
      for (const given of files) {
        try {
          const file = given.getFile ? await given.getFile() : given;
          if (file.size > Files.largest) {
            refused.push([file.name, Page.chinese() ? '文件超过 64 MB。' : 'The file is larger than 64 MB.']);
            continue;
          }
          const bytes = Files.decoded(file.name, new Uint8Array(await file.arrayBuffer()));
          Page.post(file.name);
          // Asking for room may move the memory: the view is taken afterwards.
          const at = _platform_file(bytes.length);
          HEAPU8.set(bytes, at);
          ++taken;
        } catch (error) {
          if (error instanceof WebAssembly.RuntimeError) throw error;
          refused.push([given.name, Page.chinese() ? '读不出这个文件。' : 'The file cannot be read.']);
        }
      }
      if (taken) _platform_files_arrived();
      for (const each of refused) Files.refuse(each[0], each[1]);
      Frames.next();
    },
    // Spreadsheets write tables in UTF-16 and in China's GB18030, too; the program reads UTF-8.
    decoded: (name, bytes) => {
      const text = (encoding) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
      if (!/\.(csv|tsv|txt)$/i.test(name)) return bytes;
      const mark = bytes[0] << 8 | bytes[1];
      if (mark === 0xfffe || mark === 0xfeff) return Page.encoder.encode(text(mark === 0xfffe ? 'utf-16le' : 'utf-16be'));
      try {
        text('utf-8');
        return bytes;
      } catch {
        return Page.encoder.encode(text('gb18030'));
      }
    },
    // The file that everything is saved to: its handle, and what was last seen in it.
    kept: null,
    keep: async (name, text, how) => {
      const tell = (what) => (Page.post(name), _platform_file_kept(what), Frames.next());
      try {
        if (how === 1 || !Files.kept) {
          const handle = await showSaveFilePicker({ suggestedName: name, types: [{ accept: { 'application/json': ['.json'] } }] });
          Files.kept = { handle: handle, seen: null, found: null };
        }
        const kept = Files.kept;
        name = kept.handle.name;
        if (how === 2) kept.seen = kept.found;
        const now = kept.found = await (await kept.handle.getFile()).text();
        if (now && now !== text && now !== kept.seen) {
          const bytes = Page.encoder.encode(now);
          Page.post(name);
          const at = _platform_file(bytes.length);
          HEAPU8.set(bytes, at);
          return tell(1);
        }
        const stream = await kept.handle.createWritable();
        await stream.write(text);
        await stream.close();
        kept.seen = text;
        tell(0);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        if (error.name !== 'AbortError') tell(2);
      }
    },
    save: (name, blob) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
    // Twice as fine as its own size says. Where the browser cannot, the drawing itself is better than nothing.
    savePicture: async (name, svg) => {
      const drawing = new Blob([svg], { type: 'image/svg+xml' }), address = URL.createObjectURL(drawing);
      try {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth * 2;
        canvas.height = image.naturalHeight * 2;
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        const picture = await new Promise((done) => canvas.toBlob(done, 'image/png'));
        if (!picture) throw new Error('no picture');
        Files.save(name, picture);
      } catch {
        Files.save(name.replace(/\.png$/, '.svg'), drawing);
      } finally {
        URL.revokeObjectURL(address);
      }
    },
    refuse: (name, why) => {
      Page.post(name.replace(/\n/g, ' ') + '\n' + why);
      _platform_file_refused();
    },
  },

  page_open_files__deps: ['$Files'],
  page_open_files: function(accept, size, several) {
    Files.dialog.accept = Page.text(accept, size);
    Files.dialog.multiple = several;
    Files.dialog.click();
  },

  page_keeps_files: function() {
    return 'showSaveFilePicker' in window;
  },

  page_keep_file__deps: ['$Files'],
  page_keep_file: function(name, name_size, text, size, how) {
    Files.keep(Page.text(name, name_size), Page.text(text, size), how);
  },

  page_download__deps: ['$Files'],
  page_download: function(name, name_size, type, type_size, bytes, size) {
    Files.save(Page.text(name, name_size), new Blob([HEAPU8.slice(bytes, bytes + size)], { type: Page.text(type, type_size) }));
  },

  page_download_picture__deps: ['$Files'],
  page_download_picture: function(name, name_size, svg, size) {
    Files.savePicture(Page.text(name, name_size), Page.text(svg, size));
  },
});
