#!/usr/bin/env python3
"""Runs crossclaim and other tools over the same news, on one core, and prints how fast each is.

    python3 benches/peers/compare.py

Needs Python 3.11, cargo, and PyPI: the other tools are installed into benches/peers/.venv, at the versions of requirements.txt.
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

import news  # noqa: E402

VENV = HERE / ".venv"
COUNTRIES = ROOT / "gazetteers" / "countries.tsv"

# What each does, and how many kilobytes it gets: enough for a second or more.
PEERS = [
    ("spacy", "spaCy 3.8.18", "sentencizer, entity ruler with the same country names", 6000),
    ("pysbd", "pySBD 0.3.4", "sentences", 1000),
    ("quantulum3", "quantulum3 0.10.0", "quantities", 200),
    ("recognizers", "Recognizers-Text 1.0.2a2", "currencies, dimensions, dates", 40),
]
MEGABYTES = 20


def prepare():
    """The virtual environment with the pinned tools."""
    requirements = HERE / "requirements.txt"
    done = VENV / "installed.txt"
    if not done.exists() or done.read_text() != requirements.read_text():
        print("setting up", VENV.relative_to(ROOT), file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
        subprocess.run([VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
        done.write_text(requirements.read_text())


def build(profile):
    """The program, and the benchmark of the automaton alone."""
    subprocess.run(["cargo", "build", "--quiet", "--profile", profile], cwd=ROOT, check=True)
    command = ["cargo", "bench", "--quiet", "--profile", profile, "--bench", "automaton", "--no-run", "--message-format=json"]
    messages = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    made = [message for message in map(json.loads, messages) if message.get("target", {}).get("name") == "automaton"]
    return ROOT / "target" / profile / "crossclaim", made[-1]["executable"]


def processor_time(command, **more):
    """Seconds of processor time that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def result_of(command):
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="release", help="the cargo profile that crossclaim is built with")
    arguments = parser.parse_args()
    prepare()
    program, automaton = build(arguments.profile)
    # One core for this process and all that it starts.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    with tempfile.TemporaryDirectory() as folder:
        records, plain = pathlib.Path(folder, "news.jsonl"), pathlib.Path(folder, "news.txt")
        size = 0
        with open(records, "w", encoding="utf-8") as jsonl, open(plain, "w", encoding="utf-8") as text:
            for article in news.articles(MEGABYTES * 1_000_000):
                jsonl.write(json.dumps(article, ensure_ascii=False) + "\n")
                text.write(article["text"] + "\n")
                size += len(article["text"].encode("utf-8"))
        rows = []
        seconds = processor_time(["wc", "-w", plain], env={**os.environ, "LC_ALL": "C.UTF-8"})
        rows.append(("limit: wc -w", "counts words", size / seconds))
        scan = result_of([automaton, plain])
        rows.append(("limit: one pass of the automaton", "finds the names of every table", scan["bytes"] / scan["seconds"]))
        tagged = size / processor_time([program, "tag", "--jobs", "1", records])
        does = "sentences, countries, money, counts, measures, dates, officials, organizations"
        rows.append(("**crossclaim tag --jobs 1**", does, tagged))
        for tool, name, does, kilobytes in PEERS:
            peer = result_of([VENV / "bin" / "python", HERE / "peer.py", tool, records, str(kilobytes), COUNTRIES])
            rows.append((name, does, peer["bytes"] / peer["seconds"]))
    print("| tool | what it does | MB/s | crossclaim is … times as fast |\n| --- | --- | --- | --- |")
    for name, does, speed in sorted(rows, key=lambda row: -row[2]):
        print(f"| {name} | {does} | {speed / 1e6:.3g} | {tagged / speed:,.3g} |")


if __name__ == "__main__":
    main()
