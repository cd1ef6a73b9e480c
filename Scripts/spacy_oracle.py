"""spaCy behind the same protocol as `evaluate`: one JSON string a line comes in, one JSON object a line goes out.

    spacy_oracle.py annotate FOLDER         tokens with all they carry, and noun chunks
    spacy_oracle.py senter FOLDER           the stand-alone sentence recognizer's class of every token
    spacy_oracle.py exceptions FOLDER       the tokenizer's exceptions, one JSON list
    spacy_oracle.py speed FOLDER BATCH      one line: words, tokens, CPU, wall, time to load, peak

FOLDER holds the weights. It runs in the environment that Scripts/spacy_setup.py makes.
"""

import json
import resource
import sys
import time

import spacy

# spaCy's memory grows by some 20 KB for every token of a batch.
BATCH_TEXTS, BATCH_WORDS = 32, 40_000


def loaded(folder, **options):
    nlp = spacy.load(folder, **options)
    nlp.max_length = sys.maxsize
    return nlp


def texts():
    for line in sys.stdin.buffer:
        yield json.loads(line)


def documents(nlp):
    batch, words = [], 0
    for text in texts():
        batch.append(text)
        words += len(text.split())
        if len(batch) == BATCH_TEXTS or words > BATCH_WORDS:
            yield from nlp.pipe(batch, batch_size=BATCH_TEXTS)
            batch, words = [], 0
    yield from nlp.pipe(batch, batch_size=BATCH_TEXTS)


def annotation(document):
    return {
        "text": [token.text for token in document],
        "space": [int(bool(token.whitespace_)) for token in document],
        "offset": [token.idx for token in document],
        "norm": [token.norm_ for token in document],
        "shape": [token.shape_ for token in document],
        "tag": [token.tag_ for token in document],
        "pos": [token.pos_ for token in document],
        "morph": [str(token.morph) for token in document],
        "lemma": [token.lemma_ for token in document],
        "head": [token.head.i for token in document],
        "dep": [token.dep_ for token in document],
        "sent": [int(token.is_sent_start) for token in document],
        "iob": [token.ent_iob_ for token in document],
        "ent": [token.ent_type_ for token in document],
        "chunks": [[chunk.start, chunk.end] for chunk in document.noun_chunks],
    }


def annotate(folder):
    for document in documents(loaded(folder)):
        print(json.dumps(annotation(document)))


def senter(folder):
    """Alone in the pipeline, since it only fills in what the parser left open; and enabled by name, since the package
    carries it disabled."""
    others = [name for name in spacy.load(folder).component_names if name != "senter"]
    nlp = loaded(folder, exclude=others)
    nlp.enable_pipe("senter")
    for document in documents(nlp):
        print(json.dumps({"senter": [int(token.is_sent_start) for token in document]}))


def exceptions(folder):
    print(json.dumps(sorted(loaded(folder).tokenizer.rules)))


def speed(folder, batch):
    given = list(texts())
    start = time.perf_counter()
    nlp = loaded(folder)
    load = time.perf_counter() - start
    cpu, wall = time.process_time(), time.perf_counter()
    tokens = sum(len(document) for document in nlp.pipe(given, batch_size=int(batch)))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    words = sum(len(text.split()) for text in given)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(f"words {words} tokens {tokens} cpu {cpu:.3f} wall {wall:.3f} load_ms {load * 1000:.0f} peak_mb {peak:.0f}")


if __name__ == "__main__":
    {"annotate": annotate, "senter": senter, "exceptions": exceptions, "speed": speed}[sys.argv[1]](*sys.argv[2:])
