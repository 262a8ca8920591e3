#!/usr/bin/env python3
"""Makes a servable page: minified, named by content so that browsers may keep it for ever, compressed beforehand.

In the shell's HTML and JavaScript, @APP_JS@ and @APP_WASM@ stand for the program's files, @APP_WASM_BYTES@ for the size
before compression, @SHELL_CSS@ and @SHELL_JS@ for the shell's own. --debug leaves all readable and uncompressed.
"""
import argparse
import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--app", required=True, help="path of the program's .js and .wasm without the extension")
parser.add_argument("--html", type=Path, required=True)
parser.add_argument("--css", type=Path, required=True)
parser.add_argument("--js", type=Path, required=True)
parser.add_argument("--terser", required=True)
parser.add_argument("--brotli", required=True)
parser.add_argument("--debug", action="store_true")
parser.add_argument("--out", type=Path, required=True)
parser.add_argument("static", type=Path, nargs="*", help="copied under their own names")
options = parser.parse_args()

app_js, app_wasm = Path(options.app + ".js"), Path(options.app + ".wasm")
names = {}


def filled(text):
    return re.sub(r"@[A-Z_]+@", lambda match: names.get(match[0], match[0]), text)


def minified_js(text):
    if options.debug:
        return text
    return subprocess.run([options.terser, "--compress", "passes=2", "--mangle"],
                          input=text, text=True, check=True, stdout=subprocess.PIPE).stdout


def scoped(text):
    """The program in a function of its own: nothing leaks but the global Module, and all names can be shortened."""
    return "((Module) => {" + text + "\n})(globalThis.Module ??= {});\n"


def minified_css(text):
    return text if options.debug else re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.S))


def write(placeholder, stem, suffix, data):
    names[placeholder] = f"{stem}-{hashlib.sha256(data).hexdigest()[:10]}{suffix}"
    (options.out / names[placeholder]).write_bytes(data)


shutil.rmtree(options.out, ignore_errors=True)
options.out.mkdir(parents=True)
write("@APP_WASM@", "app", ".wasm", app_wasm.read_bytes())
names["@APP_WASM_BYTES@"] = str(app_wasm.stat().st_size)
program = app_js.read_text("utf-8").replace(app_wasm.name, names["@APP_WASM@"])
write("@APP_JS@", "app", ".js", minified_js(scoped(program)).encode())
write("@SHELL_CSS@", "shell", ".css", minified_css(options.css.read_text("utf-8")).encode())
write("@SHELL_JS@", "shell", ".js", minified_js(filled(options.js.read_text("utf-8"))).encode())
(options.out / "index.html").write_text(filled(options.html.read_text("utf-8")), "utf-8")
for path in options.static:
    shutil.copy(path, options.out / path.name)

if not options.debug:
    for path in sorted(options.out.iterdir()):
        if path.suffix in (".html", ".css", ".js", ".wasm", ".json", ".svg", ".webmanifest"):
            subprocess.run([options.brotli, "--best", "--keep", path], check=True)
            Path(f"{path}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
