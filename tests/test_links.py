"""Links of a built site: each broken one is named with its page and with what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from uzkz_kb.publish.links import broken_links


@pytest.mark.parametrize(
    ("link", "missing"),
    [
        ("bitimlar/", None),
        ("bitimlar/#matn", None),
        ("/bitimlar/", None),
        ("https://example.org/yoq/", None),
        ("yoq/", "no such page"),
        ("bitimlar/#yoq", "no such anchor"),
    ],
)
def test_a_broken_link_is_named_with_its_page(tmp_path: Path, link: str, missing: str | None) -> None:
    (tmp_path / "bitimlar").mkdir()
    (tmp_path / "bitimlar" / "index.html").write_text('<h1 id="matn">Bitimlar</h1>', encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<a href="{link}">bitim</a>', encoding="utf-8")
    found = [] if missing is None else [f"index.html: {link}: {missing}"]
    assert list(broken_links(tmp_path)) == found
