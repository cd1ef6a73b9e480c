#!/usr/bin/env python3
"""Writes the corpus that Benchmarks/run.sh measures: made-up news in made-up words, the same bytes on every machine.

    corpus.py text FOLDER COUNT     plain text, 6 to 10 KB a file
    corpus.py html FOLDER COUNT     web pages of about 100 KB with an article of 6 to 10 KB in each

No sentence means anything. What matters is the shape: sentences of news length, paragraphs of one to four of them, every
third paragraph with a quotation in one of five forms, a vocabulary of some thousands of words of which few are frequent,
and pages in which nine tenths of the bytes are script, style, navigation and lists of other articles.
"""

import sys
from bisect import bisect
from itertools import accumulate
from pathlib import Path
from random import Random

SEED = 19621022
COMMON = (
    "the of to and a in that for on is with was as by it at from his be has had an are its this have not but were which "
    "their would been after will more about when also could they one over out up all than into before two other"
).split()
NOUNS = "minister spokesman ambassador secretary envoy general adviser delegate".split()
CUES = "said warned added told reporters declared replied argued".split()
FIRST_NAMES = "Ana Boris Clara Dmitri Elena Felix Greta Hugo Irina Jonas Karla Leon Mira Nils Olga Pavel".split()
ONSETS = "b br c ch d dr f g gr h j k l m n p pl pr qu r s sh st t tr v w".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st", "rk", "m"]


class Writer:
    """Draws words, sentences and paragraphs. Only Random.random is used, whose sequence Python guarantees."""

    def __init__(self, seed):
        self.random = Random(seed).random
        made = list(dict.fromkeys(self._made_word() for _ in range(9000)))
        self.words = COMMON + made
        # Zipf's law: the word of rank r is drawn in proportion to 1 / r.
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.surnames = [word.capitalize() for word in made[:400] if len(word) > 4]

    def below(self, limit):
        return int(self.random() * limit)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def _made_word(self):
        syllables = 1 + self.below(3)
        return "".join(self.pick(ONSETS) + self.pick(VOWELS) + self.pick(CODAS) for _ in range(syllables))

    def word(self):
        return self.words[bisect(self.weights, self.random() * self.weights[-1])]

    def clause(self, fewest=6, most=20):
        return " ".join(self.word() for _ in range(fewest + self.below(most - fewest)))

    def sentence(self):
        clause = self.clause(8, 26)
        return clause[0].upper() + clause[1:] + "."

    def name(self):
        return f"{self.pick(FIRST_NAMES)} {self.pick(self.surnames)}"

    def quotation(self):
        said = self.clause()
        said = said[0].upper() + said[1:]
        cue = self.pick([word for word in CUES if word not in ("told", "reporters")])
        forms = [
            lambda: f"“{said},” {self.name()} {cue}.",
            lambda: f"“{said},” said {self.name()}, the {self.pick(NOUNS)}.",
            lambda: f"{self.name()}, the {self.pick(NOUNS)}, told reporters: “{said}.”",
            lambda: f"“{said},” {self.name()} {cue}, “{self.clause()}.”",
            lambda: f"According to {self.name()}, “{said}.”",
        ]
        return self.pick(forms)()

    def paragraph(self):
        sentences = [self.sentence() for _ in range(1 + self.below(4))]
        if self.below(3) == 0:
            sentences.insert(self.below(len(sentences) + 1), self.quotation())
        return " ".join(sentences)

    def headline(self):
        return self.clause(5, 11).title()

    def paragraphs(self):
        """Of one article: 6 to 10 KB."""
        wanted = 6000 + self.below(4000)
        paragraphs, size = [], 0
        while size < wanted:
            paragraphs.append(self.paragraph())
            size += len(paragraphs[-1].encode()) + 2
        return paragraphs


def text(writer, number):
    head = [writer.headline(), f"By {writer.name()}", date(number)]
    return "\n\n".join(head + writer.paragraphs()) + "\n"


def date(number):
    return f"2021-{1 + number % 12:02}-{1 + number % 28:02}"


PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{headline} | The Example Post</title>
<link rel="canonical" href="https://post.example/world/{number}">
<meta property="og:site_name" content="The Example Post">
<meta property="og:title" content="{headline}">
<meta property="article:published_time" content="{date}T08:00:00Z">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{headline}","author":{{"@type":"Person","name":"{author}"}},"publisher":{{"@type":"Organization","name":"The Example Post"}},"datePublished":"{date}T08:00:00Z"}}</script>
<style>
{style}
</style>
<script>
{script}
</script>
</head>
<body class="page page--article">
<header class="site-header"><nav class="navigation"><ul>
{navigation}
</ul></nav></header>
<main>
<article class="story">
<h1 class="story__headline">{headline}</h1>
<p class="byline">By <a href="/authors/{number}">{author}</a></p>
<time datetime="{date}T08:00:00Z">{date}</time>
<ul class="share-bar"><li><a href="#">Share</a></li><li><a href="#">Email</a></li><li><a href="#">Print</a></li></ul>
<div class="story__body">
{body}
</div>
</article>
<aside class="related"><h2>Related stories</h2><ul>
{related}
</ul></aside>
<section class="newsletter"><p>Sign up for our newsletter.</p><form><input type="email"><button>Sign up</button></form></section>
</main>
<footer class="footer"><ul>
{footer}
</ul><p>© The Example Post</p></footer>
<script>
{script_behind}
</script>
</body>
</html>
"""


def page(writer, number):
    paragraphs = writer.paragraphs()
    return PAGE.format(
        headline=writer.headline(), number=number, date=date(number), author=writer.name(), style=style(writer, 12_000),
        script=script(writer, 24_000), navigation=items(writer, 60, "navigation__item"),
        body="\n".join(f'<p class="story__text" data-block="{index}">{words}</p>' for index, words in enumerate(paragraphs)),
        related=teasers(writer, 60), footer=items(writer, 40, "footer__item"), script_behind=script(writer, 20_000))


def items(writer, count, name):
    return "\n".join(
        f'<li class="{name}"><a class="{name}-link" href="/{writer.word()}/{writer.word()}">{writer.word().title()}</a></li>'
        for _ in range(count))


def teasers(writer, count):
    return "\n".join(
        f'<li class="teaser"><div class="teaser__inner"><a class="teaser__link" href="/world/{writer.below(10**6)}" '
        f'data-track="related-{index}"><img class="teaser__image" loading="lazy" alt="" src="/i/{writer.below(10**6)}.jpg">'
        f'<h3 class="teaser__title">{writer.headline()}</h3></a></div></li>'
        for index in range(count))


def until(size, line):
    lines, written = [], 0
    while written < size:
        lines.append(line())
        written += len(lines[-1]) + 1
    return "\n".join(lines)


def style(writer, size):
    return until(size, lambda: f".{writer.word()}-{writer.word()} {{ margin: {writer.below(40)}px; color: #{writer.below(4096):03x}; }}")


def script(writer, size):
    return until(size, lambda: f'window.{writer.word()}_{writer.word()} = {{"{writer.word()}": {writer.below(10**6)}, "{writer.word()}": "<b>{writer.word()}</b>"}};')


def main():
    kind, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    make, ending, seed = {"text": (text, "txt", SEED), "html": (page, "html", SEED + 1)}[kind]
    folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(seed)
    for number in range(count):
        (folder / f"{number:06}.{ending}").write_text(make(writer, number), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
