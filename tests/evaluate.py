#!/usr/bin/env python3
"""Score a knowledge base's records against gold annotations.

usage: evaluate.py DATA_DIR SEEDS_DIR GOLD_DIR [--verbose] [--json]

DATA_DIR holds people/ events/ agreements/ figures/ with one YAML record a file;
every record has mentions: [{source, start, end, quote}] (code points into the seed file).
"""

import argparse, difflib, glob, json, os, re, sys, unicodedata
import yaml

TYPES = ("people", "events", "agreements", "figures")
CYR = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшъьэюяёўқғҳы",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "x",
            "s",
            "ch",
            "sh",
            "",
            "",
            "e",
            "yu",
            "ya",
            "yo",
            "o",
            "q",
            "g",
            "h",
            "i",
        ],
    )
)
CYR["ж"] = "j"


def fold(s):
    s = unicodedata.normalize("NFC", str(s)).lower()
    s = "".join(CYR.get(c, c) for c in s)
    s = re.sub(r"[‘’ʻʼ'`´]", "", s)
    s = s.replace("ye", "e")
    return re.sub(r"[^a-z0-9]+", " ", s).strip()


def span(text, anchor):
    m = re.search(r"\s+".join(re.escape(w) for w in anchor.split()), text)
    if not m:
        m = re.search(r"[\s\S]{0,400}?".join(re.escape(w) for w in anchor.split()), text)
    return (m.start(), m.end()) if m else None


def sentence(text, s, e):
    a = max((text.rfind(p, 0, s) for p in (". ", ".\n", "\n\n", "! ", "? ")), default=-1) + 1
    b = min([i for i in (text.find(p, e) for p in (". ", ".\n", "\n\n")) if i >= 0] or [len(text)])
    return a, b


def load(data):
    out = {t: [] for t in TYPES}
    for t in TYPES:
        for f in sorted(glob.glob(os.path.join(data, t, "**", "*.y*ml"), recursive=True)):
            r = yaml.safe_load(open(f, encoding="utf-8"))
            for one in r if isinstance(r, list) else [r]:
                if isinstance(one, dict) and one.get("mentions"):
                    out[t].append(one)
    return out


def names(r):
    n = r.get("name") or r.get("title") or ""
    vals = list(n.values()) if isinstance(n, dict) else [n]
    for a in r.get("aliases") or []:
        vals += list(a.values()) if isinstance(a, dict) else [a]
    return [fold(v) for v in vals if v]


def name_match(r, g):
    gs = fold(g["name"]).split()
    for n in names(r):
        ps = n.split()
        if not ps:
            continue
        best = sum(
            max(difflib.SequenceMatcher(None, a, b).ratio() for b in ps) > 0.84 for a in gs if len(a) > 2
        )
        need = sum(len(a) > 2 for a in gs)
        if best >= need or (
            need > 1
            and best >= need - 1
            and max(difflib.SequenceMatcher(None, gs[-1], b).ratio() for b in ps) > 0.84
        ):
            return True
    return False


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def assign(pairs):
    """greedy one-to-one by score"""
    used_p, used_g, out = set(), set(), []
    for sc, p, g in sorted(pairs, key=lambda x: -x[0]):
        if p in used_p or g in used_g:
            continue
        used_p.add(p)
        used_g.add(g)
        out.append((p, g))
    return out


def date_of(r):
    d = r.get("date") or r.get("signed") or r.get("period")
    if isinstance(d, dict):
        d = d.get("edtf") or d.get("value") or d.get("start")
    return re.sub(r"[~?%]", "", str(d)) if d else None


def field_checks(t, r, g):
    """(field, ok) for the fields that gold states"""
    out = []
    if t in ("events", "agreements"):
        if "kind" in g:
            out.append(("kind", r.get("kind") in [g["kind"], *g.get("also", [])]))
        if "date" in g:
            d, want = date_of(r), str(g["date"])
            out.append(
                ("date", bool(d) and (d == want or d.startswith(want) or d.replace("/..", "") == want))
            )
        if "status" in g:
            out.append(
                (
                    "status",
                    r.get("status") in [g["status"], *g.get("also_status", [])]
                    or {r.get("status"), g["status"]} <= {"signed", "adopted"}
                    or {r.get("status"), g["status"]} <= {"planned", "agreed", "proposed", "in_preparation"},
                )
            )
        if "place" in g:
            p = r.get("place")
            p = " ".join(map(str, p.values())) if isinstance(p, dict) else str(p or "")
            out.append(("place", fold(g["place"])[:5] in fold(p)))
        if "valid" in g:
            v = r.get("valid")
            v = v if isinstance(v, str) else "/".join(str(x) for x in (v or {}).values())
            out.append(("valid", v == g["valid"]))
    if t == "figures":
        cmp_ok = [g.get("cmp"), *g.get("also_cmp", [])]
        if "cmp" in g:
            out.append(("comparator", r.get("comparator") in cmp_ok))
        if "kind" in g:
            out.append(
                (
                    "kind",
                    r.get("kind") in [g["kind"], *g.get("also_kind", [])]
                    or {r.get("kind"), g["kind"]} <= {"target", "planned", "forecast"},
                )
            )
        if "period" in g:
            out.append(("period", (date_of(r) or "").startswith(str(g["period"])[:4])))
        if "measure" in g:
            out.append(("indicator", bool(r.get("indicator"))))
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("data")
    ap.add_argument("seeds")
    ap.add_argument("gold")
    ap.add_argument("--verbose", action="store_true")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    recs = load(a.data)
    tot = {t: dict(tp=0, fp=0, fn=0) for t in TYPES}
    fields = {}
    bad_quote = n_mentions = 0
    for gf in sorted(glob.glob(os.path.join(a.gold, "*.yml"))):
        g = yaml.safe_load(open(gf, encoding="utf-8"))
        if not isinstance(g, dict) or "source" not in g:
            continue
        src = g["source"]
        text = open(os.path.join(a.seeds, src + ".txt"), encoding="utf-8", newline="").read()
        for t in TYPES:
            preds = []
            for r in recs[t]:
                ms = [m for m in r["mentions"] if str(m.get("source")) == src]
                for m in ms:
                    n_mentions += 1
                    if (
                        "quote" in m
                        and re.sub(r"\s+", " ", text[m["start"] : m["end"]]).strip()
                        != re.sub(r"\s+", " ", str(m["quote"])).strip()
                    ):
                        bad_quote += 1
                if ms:
                    preds.append((r, [(m["start"], m["end"]) for m in ms]))
            golds = [(x, span(text, x["anchor"])) for x in g.get(t) or []]
            golds = [(x, s) for x, s in golds if s]
            pairs = []
            for i, (r, sp) in enumerate(preds):
                for j, (x, gs) in enumerate(golds):
                    if t == "people":
                        if name_match(r, x):
                            pairs.append((2 if not x.get("optional") else 1, i, j))
                    elif t == "figures":
                        try:
                            v = float(r.get("value"))
                        except (TypeError, ValueError):
                            continue
                        u = r.get("unit")
                        se = sentence(text, *gs)
                        if abs(v - x["value"]) <= 1e-6 * abs(x["value"]) and (
                            u == x["unit"]
                            or x["unit"] == "count"
                            and u not in ("USD", "UZS", "percent", "ratio")
                        ):
                            o = max((overlap(s, gs) for s in sp), default=0)
                            near = any(overlap(s, se) for s in sp)
                            if o or near:
                                pairs.append((1000 + o if o else 1, i, j))
                    else:
                        o = max(
                            (overlap(s, gs) / (max(s[1], gs[1]) - min(s[0], gs[0])) for s in sp), default=0
                        )
                        if o > 0:
                            pairs.append(
                                (
                                    o + (0.2 if r.get("kind") in [x.get("kind"), *x.get("also", [])] else 0),
                                    i,
                                    j,
                                )
                            )
            matched = assign(pairs)
            mp, mg = {p for p, _ in matched}, {q for _, q in matched}
            for p, q in matched:
                if golds[q][0].get("optional"):
                    continue
                tot[t]["tp"] += 1
                for f, ok in field_checks(t, preds[p][0], golds[q][0]):
                    k = fields.setdefault(f"{t}.{f}", [0, 0])
                    k[1] += 1
                    k[0] += ok
                    if not ok and a.verbose:
                        print(
                            f"  FIELD {src[:14]} {t}.{f}: {golds[q][0]['anchor'][:60]!r} got {preds[p][0].get('id')}: {dict((k2, preds[p][0].get(k2)) for k2 in ('kind', 'date', 'signed', 'period', 'status', 'place', 'comparator', 'valid'))}"
                        )
            for j, (x, s) in enumerate(golds):
                if j not in mg and not x.get("optional"):
                    tot[t]["fn"] += 1
                    if a.verbose:
                        print(f"  MISS  {src[:14]} {t}: {x['anchor'][:90]!r}")
            for i, (r, sp) in enumerate(preds):
                if i in mp:
                    continue
                # extra mention that only overlaps an optional or an already matched gold is not an error of invention for people
                tot[t]["fp"] += 1
                if a.verbose:
                    print(f"  EXTRA {src[:14]} {t}: {r.get('id')} {text[sp[0][0] : sp[0][1]][:80]!r}")
    res = {}
    for t in TYPES:
        d = tot[t]
        p = d["tp"] / max(1, d["tp"] + d["fp"])
        r = d["tp"] / max(1, d["tp"] + d["fn"])
        res[t] = dict(d, precision=round(p, 3), recall=round(r, 3), f1=round(2 * p * r / max(1e-9, p + r), 3))
    s = {k: sum(tot[t][k] for t in TYPES) for k in ("tp", "fp", "fn")}
    p = s["tp"] / max(1, s["tp"] + s["fp"])
    r = s["tp"] / max(1, s["tp"] + s["fn"])
    res["all"] = dict(s, precision=round(p, 3), recall=round(r, 3), f1=round(2 * p * r / max(1e-9, p + r), 3))
    res["fields"] = {k: f"{v[0]}/{v[1]}" for k, v in sorted(fields.items())}
    ft = [sum(v[i] for v in fields.values()) for i in (0, 1)]
    res["field_accuracy"] = round(ft[0] / max(1, ft[1]), 3)
    res["mentions"] = n_mentions
    res["quote_mismatch"] = bad_quote
    if a.json:
        print(json.dumps(res))
    else:
        for k, v in res.items():
            print(k, v)


if __name__ == "__main__":
    main()
