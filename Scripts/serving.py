"""A server of a record, for what looks at its pages."""

import contextlib
import socket
import subprocess


@contextlib.contextmanager
def serving(program, record):
    """Gives the address of the server, without a slash behind it, once it answers on a port that was free; ends it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    server = subprocess.Popen([program, "serve", record, "--port", port, "--open"], stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().strip().rstrip("/")
        if not address:
            raise RuntimeError(f"{program} serve {record} ended with status {server.wait(10)} before it answered")
        yield address
    finally:
        server.terminate()
        server.wait(10)
