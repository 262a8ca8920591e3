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
    shorten(first, rest)


# What follows knows the binary format: https://webassembly.github.io/spec/core/binary
IMPORTS, EXPORTS, DATA = 2, 7, 11
FUNCTION = 0


class Bytes:
    """Reads from the start on."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def number(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def name(self):
        return self.take(self.number())


def number(value):
    groups = []
    while True:
        groups.append(value & 127 | (128 if value > 127 else 0))
        value >>= 7
        if not value:
            return bytes(groups)


def signed(value):
    """A number that is not negative where the format has signed ones."""
    groups = []
    while value > 63:
        groups.append(value & 127 | 128)
        value >>= 7
    return bytes([*groups, value])


def sized(data):
    return number(len(data)) + data


def sections_of(program):
    source = Bytes(program)
    source.take(8)
    while source.at < len(program):
        yield source.take(1)[0], source.name()


def with_sections(program, replaced):
    return program[:8] + b"".join(bytes([kind]) + sized(replaced.get(kind, body)) for kind, body in sections_of(program))


def shorten(first, rest):
    """What compresses badly in the first part: each run of zeros ends a piece of the data, and the functions that the rest calls stand in no
    order. Joins pieces that lie near each other, and names those functions as they follow each other, in both parts."""
    program, follower = first.read_bytes(), rest.read_bytes()
    sections, following = dict(sections_of(program)), dict(sections_of(follower))

    exports = []
    source = Bytes(sections[EXPORTS])
    for _ in range(source.number()):
        exports.append((source.name(), source.take(1)[0], source.number()))
    taken = {name for module, name in imported_functions(following[IMPORTS]) if module == b"primary"}
    moved = sorted((entry for entry in exports if entry[0] in taken), key=lambda entry: entry[2])
    digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$."
    names = {entry[0]: f"_{digits[i >> 6]}{digits[i & 63]}".encode() for i, entry in enumerate(moved)}
    stay = [entry for entry in exports if entry[0] not in taken]
    assert len(names) <= len(digits) ** 2 and not set(names.values()) & {entry[0] for entry in stay}
    listed = [*stay, *((names[name], kind, index) for name, kind, index in moved)]
    exported = number(len(listed)) + b"".join(sized(name) + bytes([kind]) + number(index) for name, kind, index in listed)

    first.write_bytes(with_sections(program, {EXPORTS: exported, DATA: joined(sections[DATA])}))
    rest.write_bytes(with_sections(follower, {IMPORTS: renamed(following[IMPORTS], names)}))


def imports_in(section):
    """(module, name, kind, what kind it is of) of each."""
    source = Bytes(section)
    for _ in range(source.number()):
        module, name, kind = source.name(), source.name(), source.take(1)[0]
        begin = source.at
        if kind == FUNCTION:
            source.number()
        elif kind in (1, 2):  # a table has a type in front of its limits
            source.take(kind == 1)
            has_maximum = source.take(1)[0] & 1
            source.number()
            if has_maximum:
                source.number()
        else:
            source.take(2)
        yield module, name, kind, section[begin:source.at]


def imported_functions(section):
    return [(module, name) for module, name, kind, _ in imports_in(section) if kind == FUNCTION]


def renamed(section, names):
    entries = [(module, names.get(name, name) if module == b"primary" and kind == FUNCTION else name, kind, form)
               for module, name, kind, form in imports_in(section)]
    return number(len(entries)) + b"".join(sized(module) + sized(name) + bytes([kind]) + form for module, name, kind, form in entries)


def joined(section, gap=64):
    """Pieces with at most so many zeros between them become one; all must have a fixed place."""
    source, pieces = Bytes(section), []
    for _ in range(source.number()):
        assert source.take(2) == b"\x00\x41", "a piece of data without a fixed place"  # i32.const
        place = source.number()
        assert source.take(1) == b"\x0b"  # end
        data = source.name()
        if pieces and place - (pieces[-1][0] + len(pieces[-1][1])) <= gap:
            data = bytes(place - (pieces[-1][0] + len(pieces[-1][1]))) + data
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + data)
        else:
            pieces.append((place, data))
    return number(len(pieces)) + b"".join(b"\x00\x41" + signed(place) + b"\x0b" + sized(data) for place, data in pieces)
