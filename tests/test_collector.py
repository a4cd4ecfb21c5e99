"""The garbage collector is held while a page is read, and only then."""

import gc
from datetime import UTC, datetime

import pytest

from parsers import Page, collector, parse


def test_the_collector_goes_on_after_a_page() -> None:
    """Whatever a page was, the process collects again."""
    parse(Page(b"<p>A page.", datetime(2026, 1, 1, tzinfo=UTC)))
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error() -> None:
    """An exception inside leaves the collector as it was."""
    with pytest.raises(ZeroDivisionError), collector.held():
        1 / gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """A program that switched it off did so for a reason."""
    gc.disable()
    try:
        with collector.held():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_page_leaves_nothing_for_the_collector() -> None:
    """What a page was made of holds no cycles: it is freed without the collector, or holding it would cost memory."""
    html = b"<ul><li><a href=/a>One</a><li>Two</ul><figure><img src=a.jpg><div class=caption>Three</div></figure>"
    html += b"<table><tr><th>a<th>b<tr><td>1<td>2</table><p>Four, in a sentence of its own."
    page = Page(html, datetime(2026, 1, 1, tzinfo=UTC))
    parse(page)
    gc.collect()
    gc.disable()
    try:
        parse(page)
        assert gc.collect() == 0
    finally:
        gc.enable()
