"""Pictures made up for tests, and a page that was saved with them."""

from io import BytesIO
from pathlib import Path

import pytest

Image = pytest.importorskip("PIL.Image", reason="the extra pictures is not installed")

STORY = """<html lang="en"><head><title>Council Meets About Harbour</title></head><body><article>
<h1>Council Meets About Harbour</h1>
<p>The council met on Tuesday to discuss the harbour and what should become of its four old cranes.</p>
<figure><img src="Harbour_files/crane.png" alt="Four red cranes"><figcaption>The cranes at dusk.
<span class="credit">Photo: Ann Lee/Agency</span></figcaption></figure>
<p>“They have stood there for ninety years,” said Ann Lee, who has led the museum since 2011.</p>
<figure><img src="Harbour_files/broken.png"><figcaption>A picture that was cut off.</figcaption></figure>
<p>A decision is expected in June, after engineers have looked at the foundations of the quay.</p>
<figure><img src="https://site.example/far.jpg"><figcaption>A picture that was not saved.</figcaption></figure>
<p>The last ship was unloaded there in 1987; since then the cranes have not moved at all.</p>
</article></body></html>"""


def written(form: str, mode: str = "RGB", size: tuple[int, int] = (80, 48)) -> bytes:
    """A picture file: its left half red, its right half blue (in greys: dark and light)."""
    image = Image.new("RGB", size, (200, 0, 0))
    image.paste((0, 0, 200), (size[0] // 2, 0, *size))
    file = BytesIO()
    image.convert(mode).save(file, form)
    return file.getvalue()


def saved_page(folder: Path) -> Path:
    """A page in this folder, with one picture that is whole, one that is cut off, and one that was not saved."""
    (folder / "Harbour_files").mkdir(parents=True)
    (folder / "Harbour_files" / "crane.png").write_bytes(written("PNG", size=(320, 192)))
    (folder / "Harbour_files" / "broken.png").write_bytes(written("PNG", size=(320, 192))[:150])
    page = folder / "Harbour.html"
    page.write_text(STORY, "utf-8")
    return page
