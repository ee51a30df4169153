"""Runs one other tool over a file of JSONL articles and prints, as JSON, how many bytes it took how long for.

    python peer.py TOOL ARTICLES.jsonl KILOBYTES COUNTRIES.tsv

Used by compare.py, inside the virtual environment that it sets up. Loading, and a first article to warm up, are not counted.
"""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def names_of_countries(table):
    """Every name, abbreviation, adjective and demonym of the program's own table, with the code of its country."""
    with open(table, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    header = rows.pop(0)
    for row in rows:
        cells = dict(zip(header, row))
        for column in ("name", "names", "abbreviations", "adjectives", "people"):
            for name in cells[column].split("|"):
                if name:
                    yield name, cells["iso2"]


def pysbd_sentences(_):
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    return lambda text: len(segmenter.segment(text))


def spacy_ruler(table):
    import spacy

    pipeline = spacy.blank("en")
    pipeline.max_length = 100_000_000
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": code, "pattern": name} for name, code in names_of_countries(table)])

    def run(text):
        document = pipeline(text)
        return len(list(document.sents)) + len(document.ents)

    return run


def quantulum3_quantities(_):
    from quantulum3 import parser

    return lambda text: sum(len(parser.parse(paragraph)) for paragraph in text.split("\n") if paragraph)


def recognizers_text(_):
    from recognizers_date_time import recognize_datetime
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    english = Culture.English
    tools = (recognize_currency, recognize_dimension, recognize_datetime)
    return lambda text: sum(len(tool(paragraph, english)) for paragraph in text.split("\n") if paragraph for tool in tools)


TOOLS = {
    "pysbd": pysbd_sentences,
    "spacy": spacy_ruler,
    "quantulum3": quantulum3_quantities,
    "recognizers": recognizers_text,
}


def main():
    tool, path, kilobytes, table = sys.argv[1:]
    run = TOOLS[tool](table)
    left = int(kilobytes) * 1000
    texts = []
    with open(path, encoding="utf-8") as lines:
        warm = json.loads(next(lines))["text"]
        for line in lines:
            if left <= 0:
                break
            texts.append(json.loads(line)["text"])
            left -= len(texts[-1].encode("utf-8"))
    run(warm)
    found = 0
    begun = time.process_time()
    for text in texts:
        found += run(text)
    seconds = time.process_time() - begun
    print(json.dumps({"bytes": sum(len(text.encode("utf-8")) for text in texts), "seconds": seconds, "found": found}))


if __name__ == "__main__":
    main()
