#!/usr/bin/env python3
"""Measures `crossclaim extract` at scale: memory, threads, interruption, and a line that is far too long.

    cargo build --release
    python3 benches/scale.py --megabytes 1000

Makes its own news (benches/news.py) in a temporary folder, and removes it. A gigabyte takes some ten minutes a core. Exit code
1 where something does not hold.
"""

import argparse
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import news

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEMORY = 300
"""Megabytes that no run may exceed."""
GAIN = 1.8
"""How much faster two threads are than one, at least, on a machine that has two cores to give."""
LONG_LINE = 200_000_000

failed = False


def check(holds, what):
    global failed
    failed |= not holds
    print(f"  {'holds' if holds else 'FAILS'}: {what}", flush=True)


class Run:
    """One run: the hash of what it wrote, wall and processor time, the most memory it held."""

    def __init__(self, program, *arguments, output=None):
        begun = time.monotonic()
        to = subprocess.PIPE if output is None else subprocess.DEVNULL
        process = subprocess.Popen([program, "extract", *map(str, arguments)], stdout=to, stderr=subprocess.PIPE)
        digest = hashlib.sha256()
        if output is None:
            while block := process.stdout.read(1 << 20):
                digest.update(block)
        self.messages = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = self.code = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - begun
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1000
        self.hash = digest.hexdigest() if output is None else hash_of(output)


def last_byte(path):
    # Never the whole file: what this process once held counts as memory of the programs that it starts.
    with open(path, "rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def hash_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(path, megabytes):
    with open(path, "w", encoding="utf-8") as file:
        for article in news.articles(int(megabytes * 1e6)):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")


def threads(program, path, megabytes):
    print(f"{megabytes:g} MB of news, one thread and two:")
    runs = {}
    for jobs in (1, 2):
        run = runs[jobs] = Run(program, path, "--jobs", jobs)
        speed = megabytes / run.seconds
        print(f"  --jobs {jobs}: {run.seconds:.1f} s, {run.processor:.1f} s of processor, {speed:.2f} MB/s, {run.megabytes:.0f} MB of memory")
        check(run.code == 0 and run.megabytes < MEMORY, f"at most {MEMORY} MB of memory")
    check(runs[1].hash == runs[2].hash, "the same bytes for any number of threads")
    check(runs[1].seconds >= GAIN * runs[2].seconds, f"two threads are at least {GAIN} times as fast")


def interruption(program, folder):
    print("killed in the middle, and resumed:")
    path, whole, part = folder / "part.jsonl", folder / "whole-claims.jsonl", folder / "part-claims.jsonl"
    write(path, 10)
    run = Run(program, path, "-o", whole, output=whole)
    for moment in (0.2, 0.5, 0.8):
        process = subprocess.Popen([program, "extract", str(path), "-o", str(part)])
        time.sleep(run.seconds * moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = part.stat().st_size
        check(0 < left < whole.stat().st_size and last_byte(part) == b"\n", f"{left / 1e6:.1f} MB of whole lines are left")
        resumed = Run(program, path, "-o", part, "--resume", output=part)
        check(resumed.code == 0 and resumed.hash == run.hash, "resumed, it is what one run gives")
        part.unlink()


def long_line(program, folder):
    print("a line of 200 MB between two articles:")
    path, without = folder / "long.jsonl", folder / "short.jsonl"
    before, after = (json.dumps(article) + "\n" for article in list(news.articles(5000))[:2])
    without.write_text(before + after, encoding="utf-8")
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + '{"id": "long", "text": "')
        for _ in range(LONG_LINE // 1_000_000):
            file.write("words " * 166_667)
        file.write('"}\n' + after)
    run, short = Run(program, path), Run(program, without)
    print("  " + run.messages.strip().replace(str(folder) + "/", ""))
    check(run.megabytes < MEMORY, f"{run.megabytes:.0f} MB of memory")
    check(run.code == 2 and ".jsonl:2:" in run.messages, "refused with file and line, exit code 2")
    check(run.hash == short.hash, "the articles before and after it are done")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=100, help="how much news the threads work on")
    parser.add_argument("--bin", default=str(ROOT / "target" / "release" / "crossclaim"), help="the program")
    parser.add_argument("--folder", default=None, help="where to keep the made-up news meanwhile")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        folder = pathlib.Path(folder)
        long_line(arguments.bin, folder)
        interruption(arguments.bin, folder)
        path = folder / "news.jsonl"
        write(path, arguments.megabytes)
        threads(arguments.bin, path, arguments.megabytes)
    sys.exit(failed)


if __name__ == "__main__":
    main()
