#!/usr/bin/env python3
"""Writes any amount of made-up news as JSONL: the articles of corpus/ told again and again with other names and figures.

    python3 benches/news.py --megabytes 1000 > /tmp/news.jsonl

The same numbers give the same bytes. Countries, weekdays, months and family names take each other's place from one telling to
the next, and digits turn, so that no two tellings hold the same sentences; each article has its own id, a source and a day.
"""

import argparse
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Names that take each other's place; whole words, so that "Iran" does not stand in "Iranian".
ROWS = [
    "Norway Denmark Sweden Finland Iceland Estonia Latvia Lithuania Poland Hungary Romania Bulgaria Austria Portugal Spain".split(),
    "Rwanda Kenya Ghana Senegal Uganda Malawi Zambia Benin Togo Ethiopia Nigeria Libya Eswatini Mali Niger".split(),
    "Turkey Iran Iraq Syria Jordan Lebanon Israel Egypt Tunisia Morocco Kuwait Oman Yemen Cyprus Greece".split(),
    "Indonesia Malaysia Vietnam Thailand Cambodia Laos Japan China India Pakistan Nepal Bangladesh Mongolia".split(),
    "Chile Peru Bolivia Ecuador Colombia Venezuela Panama Guatemala Honduras Nicaragua Mexico Cuba Jamaica".split(),
    "Monday Tuesday Wednesday Thursday Friday".split(),
    "January February March April June July August September October November".split(),
    "dozens scores hundreds thousands".split(),
    "earthquake flood storm landslide fire".split(),
    "million billion".split(),
]
PLACE = {name: (row, index) for row in ROWS for index, name in enumerate(row)}
WORD = re.compile(r"\b(?:" + "|".join(sorted(PLACE, key=len, reverse=True)) + r")\b|(?<![\w.,])[1-9]\d*")


def corpus():
    """Source and text of each article, front matter taken off."""
    articles = []
    for path in sorted((ROOT / "corpus").glob("*/*")):
        if path.suffix not in (".md", ".txt"):
            continue
        text = path.read_text(encoding="utf-8")
        source = re.search(r"^source: (.*)$", text, re.M)
        if text.startswith("---"):
            text = text.split("\n---\n", 1)[1]
        articles.append((source.group(1) if source else path.parent.name, text.strip() + "\n"))
    return articles


def retold(text, chance):
    """The text with each name moved on in its row, and each figure turned."""
    turn = chance.randrange(1 << 30)

    def other(match):
        word = match.group()
        if word in PLACE:
            row, index = PLACE[word]
            return row[(index + turn) % len(row)]
        return str(1 + (int(word) * 7 + turn) % (10 ** len(word) - 1))

    return WORD.sub(other, text)


def articles(size, seed=1):
    """Articles as records, until their texts hold `size` bytes."""
    chance = random.Random(seed)
    told = corpus()
    number = 0
    while size > 0:
        source, text = told[chance.randrange(len(told))]
        text = retold(text, chance)
        number += 1
        day = f"2025-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        yield {"id": f"made-{number:08}", "source": f"{source} {number % 97}", "published": day, "text": text}
        size -= len(text.encode("utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=10, help="how much text to write")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for article in articles(int(arguments.megabytes * 1e6), arguments.seed):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
