#!/usr/bin/env python3
"""Turns assets into C++ at build time.

embed.py phrases OUT_DIR SOURCE_DIR zh.json en.json ...
                                                   writes phrases.h, phrases.cpp and phrase_texts.cpp, and those of the
                                                   command (keys from cli_) as command_phrases.h and both .cpp
embed.py builtin OUT_DIR playbook.json method.json notices.txt names.txt      writes builtin.cpp and notices.cpp
embed.py cases OUT_DIR cases/<id>.<language>.json ...               writes builtin_cases.cpp
embed.py apart OUT_DIR later.txt SOURCE_DIR zh.json en.json ... playbook.json method.json names.txt cases/<id>.<language>.json ...
                                                   writes texts.<language>.txt: the phrases in their order, the texts of playbook
                                                   and method, the words of names (with the first language), then the cases, each
                                                   ended by a zero byte, and more.<language>.txt in the same order: there stands
                                                   what comes later, and nothing in its place in the first; and builtin_bare.cpp,
                                                   playbook and method without their texts

Refuses with a sentence whatever would show up as a hole on the page: a phrase missing in one language, an empty
phrase, placeholders that differ between languages, JSON that cannot be read.
"""
import fnmatch
import json
import re
import sys
from pathlib import Path

PHRASE_KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
CPP_KEYWORDS = set("""alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t
char32_t class compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield
decltype default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline
int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template this
thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor
xor_eq""".split())


def read_json(path):
    def without_duplicates(pairs):
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError("the key " + ", ".join(twice) + " stands in it twice")
        return dict(pairs)

    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=without_duplicates)
    except ValueError as error:
        sys.exit(f"{path}: {error}")


def literal(text):
    """A C++ string literal; long texts become one piece per 4,000 characters."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "?": "\\?"}
    pieces = [text[i:i + 4000] for i in range(0, len(text), 4000)] or [""]
    return "\n    ".join('"' + "".join(escapes.get(c, c) for c in piece) + '"' for piece in pieces)


def check_phrases(tables):
    problems = []
    keys = sorted(set().union(*tables.values()))
    for key in keys:
        if not PHRASE_KEY.fullmatch(key) or key in CPP_KEYWORDS:
            problems.append(f"the phrase {key} must have a snake_case name that is no C++ keyword")
        texts = {language: table.get(key) for language, table in tables.items()}
        for language, text in texts.items():
            if text is None:
                problems.append(f"the phrase {key} is missing in {language}")
            elif not isinstance(text, str) or not text.strip():
                problems.append(f"the phrase {key} is empty or no text in {language}")
        placeholders = {language: sorted({name.partition(":")[0] for name in PLACEHOLDER.findall(text)})
                        for language, text in texts.items() if isinstance(text, str)}
        if len({tuple(names) for names in placeholders.values()}) > 1:
            shown = "; ".join(f"{language}: {' '.join(names) or 'none'}" for language, names in placeholders.items())
            problems.append(f"the phrase {key} has different placeholders ({shown})")
    if problems:
        sys.exit("assets/languages: " + "\nassets/languages: ".join(problems))
    return keys


def sources_in(folder):
    return [path for part in ("core", "web") for path in sorted((folder / part).rglob("*")) if path.suffix in (".cpp", ".h")]


def found_by_name(keys, sources):
    """The phrases whose keys are put together at run time: what no source file names, what some text in a source file is or begins, and a
    field of the model with a word of an enumeration. The page carries no names of the others."""
    named, texts, fields, words = set(), set(), set(), set()
    for path in sources:
        source = path.read_text(encoding="utf-8")
        named.update(re.findall(r"\bPhrase::(\w+)", source))
        texts.update(re.findall(r'"([a-z][a-z0-9_]*)"', source))
        fields.update(re.findall(r"\bFIELD\((\w+)", source))
        words.update(word for words in re.findall(r"^COMPASS_WORDS\((.*)\)", source, re.MULTILINE) for word in re.findall(r'"(\w+)"', words))
    beginnings = tuple(text for text in texts if text.endswith("_"))

    def word_of_field(key):
        return any(key[:at] in fields and key[at + 1:] in words for at in range(len(key)) if key[at] == "_")

    return {key for key in keys if key not in named or key in texts or key.startswith(beginnings) or word_of_field(key)}


def phrases(out, files):
    source, *files = files
    tables = {path.stem: read_json(path) for path in files}
    keys = check_phrases(tables)
    of_page, of_command = ([key for key in keys if key.startswith("cli_") == its] for its in (False, True))
    write_phrases(out, "phrases", "Phrase", "phrase", of_page, found_by_name(of_page, sources_in(source)), tables)
    # Apart, so that the page does not carry the words of the terminal.
    write_phrases(out, "command_phrases", "CommandPhrase", "command_phrase", of_command, set(of_command), tables)


def write(path, text, encoding):
    """Leaves a file alone that would stay the same: what depends on it need not be built again."""
    if not path.exists() or path.read_text(encoding) != text:
        path.write_text(text, encoding)


def write_phrases(out, file, enum, function, keys, by_name, tables):
    write(out / f"{file}.h", f"""// Generated by assets/embed.py from assets/languages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/language.h"

namespace compass {{

enum class {enum} : std::uint16_t {{
    {f",{chr(10)}    ".join(keys)}
}};

// UTF-8; {{name}} stands for a value that the caller fills in.
const char* {function}_text(Language language, {enum} phrase);

// The phrase whose key is `name`, for keys that are put together at run time such as "error_" + code. Others are not found.
std::optional<{enum}> {function}_named(std::string_view name);

inline constexpr std::size_t {function}_count = {len(keys)};

}}  // namespace compass
""", encoding="utf-8")
    rows = "".join(f"    case Language::{language}: {{\n        static const char* const texts[] = {{\n"
                   + "".join(f"            {literal(table[key])},\n" for key in keys)
                   + "        };\n        return texts[static_cast<std::uint16_t>(phrase)];\n    }\n"
                   for language, table in tables.items())
    write(out / f"{file.removesuffix('s')}_texts.cpp", f"""// Generated by assets/embed.py from assets/languages.
#include "{file}.h"

namespace compass {{

const char* {function}_text(Language language, {enum} phrase) {{
    switch (language) {{
{rows}    }}
    return "";
}}

}}  // namespace compass
""", encoding="utf-8")
    # One string: a table of so many pointers would cost the page three times as much.
    found = [(at, key) for at, key in enumerate(keys) if key in by_name]
    names = "\n        ".join(f'"{key}\\0"' for _, key in found)
    numbers = ", ".join(str(at) for at, _ in found)
    write(out / f"{file}.cpp", f"""// Generated by assets/embed.py from assets/languages.
#include "{file}.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace compass {{

std::optional<{enum}> {function}_named(std::string_view name) {{
    static constexpr char all[] =
        {names};
    static constexpr std::uint16_t numbers[] = {{{numbers}}};
    static const auto names = [] {{
        std::array<std::string_view, std::size(numbers)> each;
        const char* next = all;
        for (std::string_view& one : each) one = next, next += one.size() + 1;
        return each;
    }}();
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    if (found == names.end() || *found != name) return std::nullopt;
    return static_cast<{enum}>(numbers[found - names.begin()]);
}}

}}  // namespace compass
""", encoding="utf-8")


def compact(path):
    return json.dumps(read_json(path), ensure_ascii=False, separators=(",", ":"))


def cases_of(files):
    return [(*path.stem.rsplit(".", 1), compact(path)) for path in files]


def lists_of(path):
    """A list a line: "name=item|item"; comments are left out."""
    return "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.strip() and not line.startswith("#"))


def builtin(out, files):
    texts = {path.stem: compact(path) for path in files if path.suffix == ".json"}
    names = "".join(lists_of(path) for path in files if path.name == "names.txt")
    notices = "".join(path.read_text(encoding="utf-8") for path in files if path.name == "notices.txt")
    bodies = "".join(f"""
std::string builtin_{name}() {{
    return {literal(text)};
}}
""" for name, text in texts.items())
    write(out / "builtin.cpp", f"""// Generated by assets/embed.py from assets.
#include "codec/builtin.h"

namespace compass {{
{bodies}
std::string_view builtin_names() {{
    return {literal(names)};
}}

}}  // namespace compass
""", encoding="utf-8")
    write(out / "notices.cpp", f"""// Generated by assets/embed.py from assets.
#include "codec/builtin.h"

namespace compass {{

std::string_view third_party_notices() {{
    return {literal(notices)};
}}

}}  // namespace compass
""", encoding="utf-8")


TEXT_HERE = "\x01"  # stands in the bare text for the two of one text


def without_texts(value, texts, path=""):
    """The JSON value with a mark for each text in several languages; `texts` gets their paths and what they are in each."""
    if isinstance(value, dict):
        if set(value) == {"zh", "en"}:
            texts.append((path, value))
            return TEXT_HERE
        return {key: without_texts(item, texts, f"{path}/{key}") for key, item in value.items()}
    if isinstance(value, list):
        return [without_texts(item, texts, path) for item in value]
    return value


def bare(out, later, files):
    """Playbook and method without texts, as C++; gives the texts in their order and whether each comes later: what a pattern like
    playbook:/funnel/gate/* names by its place."""
    patterns, texts, parts = patterns_of(later), [], {}
    for path in files:
        own = []
        value = without_texts(read_json(path), own)
        marked = json.dumps(TEXT_HERE)
        parts[path.stem] = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace(marked, TEXT_HERE)
        texts += [(text, any(fnmatch.fnmatch(f"{path.stem}:{where}", pattern) for pattern in patterns)) for where, text in own]
    functions = "".join(f"""
std::string_view bare_{name}() {{
    return {literal(text).replace(TEXT_HERE, '" TEXT_HERE "')};
}}
""" for name, text in parts.items())
    write(out / "builtin_bare.cpp", f"""// Generated by assets/embed.py from assets.
#include "codec/builtin_bare.h"

#define TEXT_HERE "\\1"

namespace compass {{

const std::size_t bare_text_count = {len(texts)};
{functions}
}}  // namespace compass
""", encoding="utf-8")
    return texts


def cases(out, files):
    rows = "".join(f"    if (id == \"{name}\" && language == Language::{language}) return\n    {literal(text)};\n"
                   for name, language, text in cases_of(files))
    write(out / "builtin_cases.cpp", f"""// Generated by assets/embed.py from assets/cases.
#include "codec/builtin.h"

namespace compass {{

std::string_view builtin_case([[maybe_unused]] std::string_view id, [[maybe_unused]] Language language) {{
{rows}    return {{}};
}}

}}  // namespace compass
""", encoding="utf-8")


def patterns_of(later):
    return [word for line in later.read_text(encoding="utf-8").splitlines() if line.startswith("texts ") for word in line.split()[1:]]


def later_phrases(later, source, sources, keys):
    """Of the lines "texts PATTERN …" one with a slash names source files: what no other file names comes later; one without names
    phrases by their keys, of those that no file names because they are put together at run time. Those with a colon are of the built-in
    texts: `bare` knows them."""
    patterns = [pattern for pattern in patterns_of(later) if ":" not in pattern]
    files = [pattern for pattern in patterns if "/" in pattern]
    named = [pattern for pattern in patterns if "/" not in pattern]
    users = {}
    for path in sources:
        for key in re.findall(r"\bPhrase::(\w+)", path.read_text(encoding="utf-8")):
            users.setdefault(key, set()).add(path)
    known = set()
    for pattern in files:
        found = {path for path in sources if fnmatch.fnmatch(path.relative_to(source).as_posix(), pattern)}
        if not found:
            sys.exit(f"{later}: no file is named like {pattern}")
        known |= found

    def comes_later(key):
        if key not in users:
            return any(fnmatch.fnmatch(key, pattern) for pattern in named)
        return users[key] <= known

    return {key for key in keys if comes_later(key)}


def apart(out, files):
    later, source, *files = files
    tables = {path.stem: read_json(path) for path in files if path.parent.name == "languages"}
    keys = [key for key in check_phrases(tables) if not key.startswith("cli_")]
    behind = later_phrases(later, source, sources_in(source), keys)
    named = cases_of([path for path in files if path.parent.name == "cases"])
    built_in = bare(out, later, [path for path in files if path.stem in ("playbook", "method")])
    names = [lists_of(path) for path in files if path.name == "names.txt"]
    first = next(iter(tables.values()))
    for language, table in tables.items():
        texts = [(table[key], key in behind) for key in keys]
        texts += [(json.dumps(text[language], ensure_ascii=False)[1:-1], late) for text, late in built_in]
        texts += [(text if table is first else "", True) for text in names]
        pieces = ["" if late else text for text, late in texts]
        more = [text if late else "" for text, late in texts]
        for name, its_language, text in named:
            if its_language == language:
                pieces += [name, text]
        if any("\0" in piece for piece in pieces + more):
            sys.exit(f"assets: a text of {language} holds a zero byte")
        write(out / f"texts.{language}.txt", "".join(piece + "\0" for piece in pieces), encoding="utf-8")
        write(out / f"more.{language}.txt", "".join(piece + "\0" for piece in more), encoding="utf-8")


def main(arguments):
    commands = {"phrases": phrases, "builtin": builtin, "cases": cases, "apart": apart}
    if len(arguments) < 2 or arguments[0] not in commands:
        sys.exit(__doc__)
    generate = commands[arguments[0]]
    generate(Path(arguments[1]), [Path(name) for name in arguments[2:]])


main(sys.argv[1:])
