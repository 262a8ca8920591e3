const canvas = document.getElementById('canvas');
canvas.width = innerWidth * devicePixelRatio;
canvas.height = innerHeight * devicePixelRatio;
globalThis.Module = { canvas };
