// The canvas, its WebGL context, its size in device pixels, and the one animation frame or timer that waits.
mergeInto(LibraryManager.library, {
  $Frames__deps: ['$GL', '$Page', '$Input', '$TextBox', '$Typing', '$Versions'],
  $Frames: {
    canvas: null,
    waiting: 0,  // animation frame
    timer: 0,
    shown: false,

    // After any call into C++: schedules what it waits for.
    next: () => {
      const wait = _platform_next_wait();
      Frames.schedule(wait);
    },
    schedule: (wait) => {
      clearTimeout(Frames.timer);
      if (Page.listening.signal.aborted || Frames.shown && !Page.opened) return;
      if (wait === 0) Frames.waiting = Frames.waiting || requestAnimationFrame(Frames.draw);
      else if (wait > 0) Frames.timer = setTimeout(Frames.wake, wait);
    },
    draw: () => {
      Frames.waiting = 0;
      // No browser tells of every new pixel ratio: at the latest the next input finds it.
      if (devicePixelRatio !== Frames.dpr) return Frames.measure();
      Frames.schedule(_platform_frame(0));
      if (!Frames.shown) Frames.show();
      else if (Typing.boxes && Typing.boxes.size) Typing.look();
    },
    wake: () => {
      Frames.schedule(_platform_frame(1));
    },
    // The first picture is complete: glyphs are made while a frame is built, so nothing is missing in it. It stands until the rest of the
    // program is there.
    show: () => {
      Frames.shown = true;
      setTimeout(() => {
        performance.mark('first-frame');
        Module['shown']();
      });
    },

    start: () => {
      const canvas = Frames.canvas = document.getElementById('canvas');
      const context = GL.createContext(canvas, {
        majorVersion: 2, alpha: false, depth: false, stencil: false, antialias: false, premultipliedAlpha: true,
        preserveDrawingBuffer: false, powerPreference: 'default', failIfMajorPerformanceCaveat: false, enableExtensionsByDefault: false,
      });
      if (!context) {
        Module['failed']('webgl', '');
        return false;
      }
      GL.makeContextCurrent(context);
      // A lost context may come back; until then everything but the painting goes on. Whoever looks at an empty page for long is told why.
      let patience;
      const give_up = () => document.hidden ? wait() : Module['failed']('graphics', '');
      const wait = () => patience = setTimeout(give_up, 5000);
      Page.listen(canvas, 'webglcontextlost', (event) => {
        event.preventDefault();
        _platform_context_lost(1);
        wait();
      }, { early: true });
      Page.listen(canvas, 'webglcontextrestored', () => {
        clearTimeout(patience);
        _platform_context_lost(0);
        Frames.next();
      }, { early: true });
      Frames.observe();
      return true;
    },

    // Backing pixels must be screen pixels, or text is blurred. The browser knows them exactly where it offers
    // devicePixelContentBox; an emulated screen reports CSS pixels there, hence the check.
    measure: (entry) => {
      const dpr = devicePixelRatio;
      const box = Frames.canvas.getBoundingClientRect();
      const exact = entry && entry.devicePixelContentBoxSize ? entry.devicePixelContentBoxSize[0] : {};
      const pixels = (css, device) => Math.max(1, Math.abs(device - css * dpr) <= 1.5 ? device : Math.round(css * dpr));
      Frames.resize(pixels(box.width, exact.inlineSize), pixels(box.height, exact.blockSize), dpr);
    },
    observe: () => {
      const observer = new ResizeObserver((entries) => Frames.measure(entries[entries.length - 1]));
      try {
        observer.observe(Frames.canvas, { box: 'device-pixel-content-box' });
      } catch {
        observer.observe(Frames.canvas);
      }
      // Where the box stays the same, a new pixel ratio is not its change.
      const watch = () => Page.listen(matchMedia(`(resolution: ${devicePixelRatio}dppx)`), 'change', () => (Frames.measure(), watch()), { once: true, early: true });
      watch();
      Page.listening.signal.addEventListener('abort', () => {
        observer.disconnect();
        cancelAnimationFrame(Frames.waiting);
        clearTimeout(Frames.timer);
      });
    },
    resize: (width, height, dpr) => {
      const canvas = Frames.canvas;
      if (canvas.width === width && canvas.height === height && Frames.dpr === dpr) return;
      canvas.width = width;
      canvas.height = height;
      const first = !Frames.dpr;
      Frames.dpr = dpr;
      if (first) _platform_begin(Page.mac);
      _platform_resize(width, height, dpr);
      // Resizing cleared the canvas: paint before the browser shows it.
      cancelAnimationFrame(Frames.waiting);
      Frames.draw();
      // A soft keyboard took its room: what is being written must stay in view.
      if (!first && TextBox.is(document.activeElement)) document.activeElement.scrollIntoView({ block: 'nearest' });
    },
  },

  // Dear ImGui puts back what it changes and asks for it before. The browser would answer when the graphics processor is done with the
  // last picture, and nobody else paints here: what it changes stands as in a new context. What never changes is asked for.
  glGetIntegerv__deps: ['$GL'],
  glGetIntegerv: function(name, values) {
    const known = { 0x821B: 3, 0x84E0: 0x84C0, 0x80C9: 1, 0x80CB: 1, 0x8009: 0x8006, 0x883D: 0x8006 };  // MAJOR_VERSION, ACTIVE_TEXTURE, BLEND_SRC_RGB, …_ALPHA, BLEND_EQUATION_RGB, …_ALPHA
    const numbers = name === 0x0BA2 || name === 0x0C10 ? 4 : 1;  // VIEWPORT, SCISSOR_BOX
    HEAP32.fill(0, values >> 2, (values >> 2) + numbers);
    HEAP32[values >> 2] = name === 0x0D33 ? GLctx.getParameter(name) : known[name] || 0;  // MAX_TEXTURE_SIZE
  },

  page_seconds: function() {
    return performance.now() / 1000;
  },

  page_cursor__deps: ['$Input'],
  // In the order of ImGuiMouseCursor.
  page_cursor: function(cursor) {
    Input.wrapper.style.cursor = cursor < 0 ? 'none' :
      ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'][cursor];
  },
});
