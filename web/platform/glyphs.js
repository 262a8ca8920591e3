// The browser's side of glyphs.cpp.
mergeInto(LibraryManager.library, {
  $Glyphs: {
    context: null,
    size: 0,
    font: '',

    // The same fonts as shell.css: a text box over the canvas must look like the text below it.
    faces: '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif',
    emoji: '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", ',

    use: (face, em, emoji) => {
      const room = Math.ceil(em * 2.5) + 8;
      if (!Glyphs.context || Glyphs.size < room) {
        const canvas = Glyphs.context ? Glyphs.context.canvas : document.createElement('canvas');
        Glyphs.size = canvas.width = canvas.height = room;
        // Without the language a browser draws Han characters in their Japanese form; some take it from the element, some from the context.
        canvas.lang = 'zh-CN';
        Glyphs.context = canvas.getContext('2d', { willReadFrequently: true });
        Glyphs.font = '';
      }
      const context = Glyphs.context;
      const font = `${face ? 700 : 400} ${em}px ${emoji ? Glyphs.emoji : ''}${Glyphs.faces}`;
      if (font !== Glyphs.font) {
        Glyphs.font = font;
        context.lang = 'zh-CN';
        context.fontKerning = 'none';
        context.font = font;
        context.textBaseline = 'alphabetic';
        context.fillStyle = '#fff';
      }
      return context;
    },
    // ui::em is kept to a thousandth, or 16.8 becomes 16.799999237060547.
    em: (em) => Math.round(em * 1000) / 1000,
  },

  page_font_metrics__deps: ['$Glyphs'],
  page_font_metrics: function(face, em, metrics) {
    const measured = Glyphs.use(face, Glyphs.em(em), false).measureText('国');
    HEAPF32[metrics >> 2] = measured.fontBoundingBoxAscent;
    HEAPF32[(metrics >> 2) + 1] = measured.fontBoundingBoxDescent;
  },

  page_glyph__deps: ['$Glyphs'],
  page_glyph: function(face, code_point, em, advance_only, drawn) {
    const text = String.fromCodePoint(code_point >= 0xD800 && code_point <= 0xDFFF || code_point > 0x10FFFF ? 0xFFFD : code_point);
    em = Glyphs.em(em);
    const context = Glyphs.use(face, em, /\p{Emoji_Presentation}/u.test(text));
    const box = context.measureText(text), at = drawn >> 2;
    HEAPF32[at + 2] = Math.round(box.width);
    if (advance_only || /^\s$/.test(text)) return;
    // One pixel around for what antialiasing adds.
    const left = Math.floor(-box.actualBoundingBoxLeft) - 1, top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const width = Math.min(Glyphs.size, Math.ceil(box.actualBoundingBoxRight) + 1 - left), height = Math.min(Glyphs.size, Math.ceil(box.actualBoundingBoxDescent) + 1 - top);
    if (!(width > 2 && height > 2)) return;
    context.clearRect(0, 0, width, height);
    context.fillText(text, -left, -top);
    const data = context.getImageData(0, 0, width, height).data;
    const to = _platform_pixels(data.length);
    HEAPU8.set(data, to);
    let coloured = 0;
    for (let i = 0; i < data.length && !coloured; i += 4) if (data[i + 3] > 8 && (data[i] < 250 || data[i + 1] < 250 || data[i + 2] < 250)) coloured = 1;
    // Rounded un-premultiplied colour is not quite white where coverage is thin.
    if (!coloured) for (let i = 0; i < data.length; i += 4) HEAPU8[to + i] = HEAPU8[to + i + 1] = HEAPU8[to + i + 2] = 255;
    HEAPF32[at] = left;
    HEAPF32[at + 1] = top;
    HEAP32[at + 3] = width;
    HEAP32[at + 4] = height;
    HEAP32[at + 5] = coloured;
  },
});
