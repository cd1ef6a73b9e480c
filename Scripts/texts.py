"""Texts to compare or measure over: what stands in files of several kinds, and hostile strings from a fixed seed."""

import csv
import gzip
import io
import json
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

# Where a record of JSON or CSV may hold its text; the first that is there counts.
TEXT_FIELDS = ("text", "body", "content", "sentence")


def gather(paths):
    """Lists of texts by source, and names of skipped files by reason. A source is a file of many texts, or the plain
    texts of one folder together."""
    sources, skipped = defaultdict(list), defaultdict(list)
    for path in walk(paths):
        kind = kind_of(path)
        if kind.removesuffix(".gz") not in READERS:
            skipped[kind or "no suffix"].append(str(path))
            continue
        try:
            texts = list(READERS[kind.removesuffix(".gz")](content(path)))
        except (ValueError, gzip.BadGzipFile, EOFError):
            skipped[f"unreadable {kind}"].append(str(path))
            continue
        if texts:
            sources[f"{path.parent}/*{kind}" if kind in (".txt", ".md") else str(path)] += texts
        else:
            skipped["without text"].append(str(path))
    return sources, skipped


def walk(paths):
    """Every file among the paths and in the folders among them, in a fixed order."""
    for path in map(Path, paths):
        if not path.exists():
            sys.exit(f"texts: {path} is not there")
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def kind_of(path):
    return path.with_suffix("").suffix + ".gz" if path.suffix == ".gz" else path.suffix


def content(path):
    """What the file holds, every scalar as it stands: neither line ends nor a byte order mark are touched."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


def plain(content):
    if content:
        yield content


def json_lines(content):
    for line in content.split("\n"):
        if line.strip():
            record = json.loads(line)
            yield from [record] if isinstance(record, str) else text_of(record)


def table(content):
    csv.field_size_limit(sys.maxsize)
    for row in csv.DictReader(io.StringIO(content, newline="")):
        yield from text_of(row)


def text_of(record):
    values = [record.get(name) for name in TEXT_FIELDS] if isinstance(record, dict) else []
    return [value for value in values if value and isinstance(value, str)][:1]


def conllu(content):
    """One text a document: sentences joined by blanks, paragraphs by empty lines."""
    document = []
    for block in content.split("\n\n"):
        lines = block.splitlines()
        if document and any(line.startswith("# newdoc") for line in lines):
            yield "\n\n".join(map(" ".join, document))
            document = []
        if not document or any(line.startswith("# newpar") for line in lines):
            document.append([])
        document[-1] += sentence(lines)
    if any(document):
        yield "\n\n".join(map(" ".join, document))


def sentence(lines):
    """The text that the sentence's comment gives; without one, its words with blanks between them."""
    stated = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
    words = [line.split("\t")[1] for line in lines if line.partition("\t")[0].isdigit()]
    return stated or ([" ".join(words)] if words else [])


READERS = {".txt": plain, ".md": plain, ".jsonl": json_lines, ".csv": table, ".conllu": conllu}


def within(texts, words):
    """The first of the texts that have no more than so many words together; all without a limit."""
    taken = []
    for text in texts:
        words = None if words is None else words - len(text.split())
        if words is not None and words < 0:
            break
        taken.append(text)
    return taken


# Hostile strings. Each group is drawn from as often as it is named in CHUNKS.
SEED = 19621016
WORDS = (
    "the of to and a in that for said President Kennedy Khrushchev Cuba missiles told reporters would not Moscow "
    "United Nations ships turned back Monday October quarantine Adlai Stevenson warned he she they was were has been "
    "Washington's announced withdrawal going gone best children better NATO USA Jr Gen. Mr. p.m. U.S. i.e. No. wo n't"
).split()
PUNCTUATION = list(".,:;!?()[]{}<>'\"`*&#@%+-=/\\|~^_$£€¥§°…–—―‘’“”„‚«»‹›「」、。،؟।") + [
    "...", "..", "--", "---", "''", "``", "'s", "’s", "'S", "n't", "US$", "----------", "!!!!!", "?!?!", ".....", "'''"]
NUMBERS = (
    "10km 5kg 3.5GB 1,000,000 -7 +3 1962-10-27 10:30 10a.m. 9pm 25° 25°C. 5m² 1/2 ½ 50% 3x4 2*3 7^2 1990s '60s 1st "
    "22nd $5 US$10bn £3.50 €1m 10€ 4$ ²³ ①② Ⅷ ٣٤٥ १२ 𝟘𝟙 no.5 F-14 H2O 10кг 5تبكم"
).split()
LINKS = (
    "http://example.com https://www.example.org/a/b?c=d&e=f#g www.example.net example.com/path, http://127.0.0.1:8080/ "
    "http://8.8.8.8 ftp://user:pass@host.example:21/x someone@example.com first.last+tag@sub.example.co.uk "
    "http://müller.example HTTP://EXAMPLE.COM x@y #hashtag @handle file.txt and/or U.S.A.-based co-operation A.B.C "
    "e.g.a"
).split()
SYMBOLS = (
    ":-) :) ;-D <3 \\o/ (╯°□°)╯︵┻━┻ ^_^ 😀 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇨🇺🇺🇸 ☺️ © ® ™ → ★ ♥ ☭ ∑ √ × ÷ ≠ ␀ 🜁"
).split()
SCRIPTS = (
    "ΟΔΟΣ Σίσυφος ΣΑΣ Σ ς ΑΣ. Хрущёв МОСКВА Київ שלום עולם؟ مرحبا السلام،عليكم می\u200cخواهم नमस्ते हिन्दी ไทย 中国 "
    "東京タワー 한국어 e\u0301te\u0301 Z\u0351\u036b\u0343algo İstanbul ıI ẞ straße ŉ ǅ ﬁne "
    "\u212b \u00c5 \u00f1 n\u0303 na\u00efve 𝔘𝔫𝔦 ＡＢＣ ａｂｃ ª º ᾳ"
).split()
CONTROLS = [chr(code) for code in [*range(0x20), 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x202E,
                                   0x2028, 0x2029, 0x2060, 0x3000, 0xFEFF, 0xFFFD, 0xFFFE, 0xE000, 0x10FFFF]]
SEPARATORS = [" "] * 24 + ["  ", "   ", "\n", "\n\n", "\r\n", "\t", " \n ", "\u00a0", "\u2003", "\u3000", "\u2028",
                           "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "", "\u200b"]
FRAMES = ['("{}', "{}.", "“{},” said", "'{}'s", "x-{}-y", "{0}/{0}", "({})...", "He {} it", "{}\n{}"]


def hostile(exceptions, count):
    """So many strings, the same every time: each of the tokenizer's exceptions in some frames, and mixtures of all
    kinds. Lone surrogates are left out, since no UTF-8 holds them."""
    random = Random(SEED)
    strings = [frame.format(exception, exception) for exception in exceptions for frame in random.sample(FRAMES, 4)]
    strings += [mixture(random, exceptions) for _ in range(max(count - len(strings), count // 2))]
    random.shuffle(strings)
    return strings[:count]


def mixture(random, exceptions):
    groups = [WORDS] * 6 + [exceptions] * 3 + [NUMBERS, NUMBERS, LINKS, SYMBOLS, SCRIPTS, SCRIPTS, CONTROLS]
    text = random.choice(["", "", "", " ", "\n", "\t "])
    for _ in range(random.choice([1, 2, 4, 8, 16, 32])):
        text += chunk(random, groups) + random.choice(SEPARATORS)
    return text


def chunk(random, groups):
    """Pieces glued together, some of them between marks."""
    pieces = [random.choice(random.choice(groups)) for _ in range(random.choice([1, 1, 1, 1, 2, 3]))]
    if random.random() < 0.35:
        pieces.insert(0, "".join(random.choices(PUNCTUATION, k=random.choice([1, 1, 2, 5]))))
    if random.random() < 0.45:
        pieces.append("".join(random.choices(PUNCTUATION, k=random.choice([1, 1, 2, 5]))))
    if random.random() < 0.05:
        pieces.insert(random.randrange(len(pieces)), any_scalar(random))
    if random.random() < 0.004:
        pieces.append(random.choice(pieces) * random.choice([20, 100, 700]))
    return random.choice([str] * 6 + [str.upper, str.title, str.swapcase])("".join(pieces))


def any_scalar(random):
    """Mostly of the scripts that are alive, sometimes of anywhere; never a surrogate."""
    code = random.randrange(random.choice([0x250, 0x3000, 0xD800, 0x110000]))
    return chr(code if not 0xD800 <= code < 0xE000 else 0x1F300 + code % 0x300)
