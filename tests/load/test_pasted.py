from datetime import date

import pytest

from dateline.load.pasted import as_file
from dateline.load.published import from_file_name
from dateline.load.read import Source, read

from . import samples


@pytest.mark.parametrize(
    ("source", "published"), [("", None), ("Lindby Courier", None), ("Lindby Courier", date(2021, 2, 2))]
)
def test_pasted_text_is_one_article_with_what_was_said_of_it(tmp_path, source, published):
    name, data = as_file(f"{samples.TITLE}\n\n{samples.BODY}", source=source, published=published)
    (tmp_path / "x").write_bytes(data)
    (article,) = read([Source(tmp_path / "x", name)])
    assert article.title == samples.TITLE
    assert samples.LEAD in article.text
    assert article.source == source
    assert (article.published.date() if article.published else None) == published


# a headline → no folder and no date of publication comes of it
@pytest.mark.parametrize("headline", ["Rock/pop: the 2021-02-03 concert", "20210203 opens", "a\\b", "", "x" * 500])
def test_names(headline):
    name, _ = as_file(f"{headline}\n\n{samples.BODY}")
    assert "/" not in name
    assert len(name) < 100
    assert from_file_name(name)[0] is None
