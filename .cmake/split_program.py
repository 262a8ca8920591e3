"""Splits a WebAssembly program into what its first frame needs and the rest, which arrives behind it.

The rest is whatever only the named functions lead to. "views::App::fulfil" stands for all its overloads, "compass::Updating::*" for all
functions that have to do with this class; each name must stand in the program, so its function must not be inlined.
"""
import re
import subprocess
import tempfile
from pathlib import Path


def symbol(name):
    """What the function's symbol looks like: a::b(…) becomes _ZN1a1bE…, _ZN1aL1bE… where it is static; of a::b::* it names a::b; a name
    without :: is one of C."""
    parts = [f"L?{len(part)}{part}" for part in name.removesuffix("::*").split("::")]
    if name.endswith("::*"):
        return re.compile(".*" + "(12_GLOBAL__N_1)?".join(parts))
    if len(parts) == 1:
        return re.compile(f"{name}$")
    return re.compile("_ZNK?" + "".join(parts) + "E")


def graph(disassembler, program):
    """Who calls whom, and the functions that something outside or a pointer can call."""
    text = subprocess.run([disassembler, program], check=True, stdout=subprocess.PIPE, text=True).stdout
    calls, entries, current = {}, set(), None
    for line in text.splitlines():
        if line.startswith(" (func $"):
            current = calls.setdefault(re.match(r" \(func \$([^\s()]+)", line)[1], set())
        elif line.startswith((" (elem", " (export", " (start")):
            entries.update(re.findall(r"\$([^\s()]+)", line))
        elif current is not None:
            current.update(re.findall(r"\((?:call|ref\.func) \$([^\s()]+)", line))
    return calls, entries


def rest_of(calls, entries, names):
    """What is called only through a named function; what has to do with a named class, only through a pointer: the optimiser may have made
    one function of it and of others that the first frame calls."""
    roots, of_classes = set(), set()
    for name in names:
        found = {function for function in calls if symbol(name).match(function)}
        if not found:
            raise SystemExit(f"{name} is named to arrive later but stands nowhere in the program: gone or inlined")
        if name.endswith("::*"):
            of_classes |= found
        else:
            roots |= found
    first, waiting = set(), list(entries - roots - of_classes)
    while waiting:
        function = waiting.pop()
        if function in first or function not in calls:
            continue
        first.add(function)
        waiting += calls[function] - roots
    return sorted(set(calls) - first)


def split(tools, program, names, first, rest):
    """Writes both parts, without the names of functions, and beside the first one which number stands in it for which function."""
    calls, entries = graph(f"{tools}/wasm-dis", program)
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "rest"
        chosen.write_text("\n".join(rest_of(calls, entries, names)))
        subprocess.run([f"{tools}/wasm-split", program, "--enable-mutable-globals", f"--split-funcs=@{chosen}",
                        "--placeholdermap", "--export-prefix=_", f"-o1={first}", f"-o2={rest}"], check=True)
