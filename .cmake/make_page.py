#!/usr/bin/env python3
"""Makes a servable page: minified, named by content so that browsers may keep it for ever, compressed beforehand.

In the shell's HTML and JavaScript, @APP_JS@ and @APP_WASM@ stand for the program's files, @APP_WASM_BYTES@ for the size
before compression, @SHELL_CSS@ and @SHELL_JS@ for the shell's own. --debug leaves all readable and uncompressed.

--later names the functions whose code arrives after the first frame (split_program.py): @REST_WASM@ stands for its file, for nothing
where the program is whole.

--texts are those of the languages, texts.<language>.txt that the first frame needs and more.<language>.txt behind it: @TEXTS_ZH@ and
@MORE_ZH@ stand for the Chinese ones.

--library are texts that may be asked for later by name, each named <id>.<language>.json or .md: together they become one file, asked for
behind the first frame, @LIBRARY@ stands for it.

--vault is what locks with a passphrase, asked for behind the first frame: @VAULT_JS@ stands for its file.

--worker is the service worker, written as sw.js: there @FILES@ stands for the names of all these files, @VERSION@ for the hash of the
page. --single NAME SCRIPT writes the same page once more as one file that needs nothing else; SCRIPT takes the program out of it there.
"""
import argparse
import base64
import gzip
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

from split_program import split

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--app", required=True, help="path of the program's .js and .wasm without the extension")
parser.add_argument("--html", type=Path, required=True)
parser.add_argument("--css", type=Path, required=True)
parser.add_argument("--js", type=Path, required=True)
parser.add_argument("--vault", type=Path)
parser.add_argument("--worker", type=Path)
parser.add_argument("--single", nargs=2, metavar=("NAME", "SCRIPT"))
parser.add_argument("--later", type=Path, help="names of functions, one a line, # begins a comment")
parser.add_argument("--texts", type=Path, nargs="*", default=[], help="two files a language")
parser.add_argument("--library", type=Path, nargs="*", default=[], help="files of deals, and texts")
parser.add_argument("--binaryen", help="where wasm-split and wasm-dis are")
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


def replaced(text, old, new):
    if text.count(old) != 1:
        raise SystemExit(f"the single file needs exactly one of this in the page: {old}")
    return text.replace(old, new)


def library_data():
    """All its files in one object, by their names without the ending."""
    def content(path):
        text = path.read_text("utf-8")
        return json.loads(text) if path.suffix == ".json" else text

    everything = {path.stem: content(path) for path in options.library}
    return json.dumps(everything, ensure_ascii=False, separators=(",", ":")).encode()


def single_file(html, css, shell, vault, program, parts, library):
    """Everything inside, allowed by hash; no policy entry lets anything in or out."""
    def source(text):
        if re.search(r"</(script|style)|<!--", text, re.I):
            raise SystemExit("a script or style of the single file would end too early")
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    policy = ("default-src 'none'; "
              f"script-src {source(shell)} {source(vault)} {source(program)} 'wasm-unsafe-eval'; style-src {source(css)}; "
              "img-src blob: data:; base-uri 'none'; form-action 'none'")
    def packed(data):
        return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()

    html = re.sub(r'(http-equiv="Content-Security-Policy" content=")[^"]*', lambda match: match[1] + policy, html)
    html = replaced(html, '  <link rel="manifest" href="manifest.webmanifest">\n', "")
    html = replaced(html, '<link rel="stylesheet" href="@SHELL_CSS@">', f"<style>{css}</style>")
    html = re.sub(r'<script src="@SHELL_JS@"[^>]*></script>', lambda match: f"<script>{shell}</script><script>{vault}</script>", html)
    data = "".join(f'<script type="text/plain" class="part">{packed(part)}</script>\n' for part in parts)
    for path in options.texts:
        kind = path.stem.replace(".", "-")
        data += f'<script type="text/plain" class="{kind}">{packed(path.read_bytes())}</script>\n'
    data += f'<script type="text/plain" class="library">{packed(library)}</script>\n'
    return replaced(html, "</body>", f"{data}<script>{program}</script>\n</body>")


def parts_of(wasm):
    if not options.later:
        return [wasm.read_bytes()]
    names = [line for line in options.later.read_text("utf-8").splitlines() if line and not line.startswith(("#", "texts "))]
    parts = [Path(options.app + ".first.wasm"), Path(options.app + ".rest.wasm")]
    split(options.binaryen, wasm, names, *parts)
    return [part.read_bytes() for part in parts]


shutil.rmtree(options.out, ignore_errors=True)
options.out.mkdir(parents=True)
parts = parts_of(app_wasm)
write("@APP_WASM@", "app", ".wasm", parts[0])
names["@APP_WASM_BYTES@"], names["@REST_WASM@"] = str(len(parts[0])), ""
if len(parts) > 1:
    write("@REST_WASM@", "rest", ".wasm", parts[1])
for path in options.texts:
    stem = path.stem.replace(".", "_")
    write(f"@{stem.upper()}@", stem, ".txt", path.read_bytes())
library = library_data()
write("@LIBRARY@", "library", ".json", library)
program = app_js.read_text("utf-8").replace(app_wasm.name, names["@APP_WASM@"])
program = minified_js(scoped(program))
css = minified_css(options.css.read_text("utf-8"))
shell = minified_js(filled(options.js.read_text("utf-8")))
vault = minified_js(options.vault.read_text("utf-8")) if options.vault else ""
html = options.html.read_text("utf-8")
write("@APP_JS@", "app", ".js", program.encode())
if vault:
    write("@VAULT_JS@", "vault", ".js", vault.encode())
write("@SHELL_CSS@", "shell", ".css", css.encode())
write("@SHELL_JS@", "shell", ".js", shell.encode())
files = sorted(path.name for path in options.out.iterdir())
index = filled(html).encode()
(options.out / "index.html").write_bytes(index)
if options.worker:
    names["@FILES@"], names["@VERSION@"] = " ".join(files), hashlib.sha256(index).hexdigest()[:10]
    (options.out / "sw.js").write_text(minified_js(filled(options.worker.read_text("utf-8"))), "utf-8")
for path in options.static:
    shutil.copy(path, options.out / path.name)

if not options.debug:
    for path in sorted(options.out.iterdir()):
        if path.suffix in (".html", ".css", ".js", ".wasm", ".json", ".txt", ".svg", ".webmanifest"):
            subprocess.run([options.brotli, "--best", "--keep", path], check=True)
            Path(f"{path}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
if options.single:
    name, script = options.single
    start = minified_js(Path(script).read_text("utf-8")) + program
    (options.out / name).write_text(single_file(html, css, shell, vault, start, parts, library), "utf-8")
