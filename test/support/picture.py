"""picture.py FILE WIDTH HEIGHT [LINES]: fails unless FILE is a PNG picture of this size and not blank: has so many different lines, or 50."""
import struct
import sys
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunks(data):
    """The parts of a PNG file: their names and contents."""
    at = len(SIGNATURE)
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at + 8:at + 8 + length]
        at += 12 + length


def main(file, width, height, least=50):
    data = open(file, "rb").read()
    if not data.startswith(SIGNATURE):
        sys.exit(f"{file} is no PNG file")
    header = dict(chunks(data))[b"IHDR"]
    size = struct.unpack_from(">II", header)
    if size != (width, height):
        sys.exit(f"{file}: expected {width} x {height} pixels, found {size[0]} x {size[1]}")
    pixels = zlib.decompress(b"".join(content for name, content in chunks(data) if name == b"IDAT"))
    line = len(pixels) // height
    different = len({pixels[i * line:(i + 1) * line] for i in range(height)})
    if different < least:
        sys.exit(f"{file} is nearly blank: it has only {different} different lines")


main(sys.argv[1], *map(int, sys.argv[2:]))
