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
        Files.take([...event.dataTransfer.files]);
      });
      if (window.launchQueue) {
        launchQueue.setConsumer((launch) => Files.take(launch.files));
      }
    },

    // Files, or the handles that an installed app is given.
    take: async (files) => {
      let taken = 0;
      const refused = [];
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

  page_download__deps: ['$Files'],
  page_download: function(name, name_size, type, type_size, bytes, size) {
    Files.save(Page.text(name, name_size), new Blob([HEAPU8.slice(bytes, bytes + size)], { type: Page.text(type, type_size) }));
  },

  page_download_picture__deps: ['$Files'],
  page_download_picture: function(name, name_size, svg, size) {
    Files.savePicture(Page.text(name, name_size), Page.text(svg, size));
  },
});
