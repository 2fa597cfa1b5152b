"""A web server on a free port of this machine, for tests of downloads.

usage: range_server.py DIR

Serves the files of DIR/served by name, in parts if asked to. Under /cut/ it sends half of a file and hangs up, under
/whole/ it knows no parts. Writes its port to DIR/port and a line for each request to DIR/requests.
"""

import http.server
import os
import sys

work = sys.argv[1]


class Handler(http.server.BaseHTTPRequestHandler):

    def do_GET(self):
        asked = self.headers.get("Range", "")
        with open(f"{work}/requests", "a") as log:
            print(self.path, asked, file=log)
        path = f"{work}/served/{os.path.basename(self.path)}"
        if not os.path.exists(path):
            return self.send_error(404)
        content = open(path, "rb").read()
        start = int(asked[6:].split("-")[0]) if asked and "/whole/" not in self.path else 0
        if start and start >= len(content):
            return self.send_error(416)
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        end = len(content) // 2 if "/cut/" in self.path else len(content)
        self.wfile.write(content[start:end])

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open(f"{work}/port.part", "w") as port:
    print(server.server_port, file=port)
os.rename(f"{work}/port.part", f"{work}/port")
server.serve_forever()
