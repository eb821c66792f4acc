"""Just enough of a client of the API server, for an administrator."""
import json
import pathlib
import ssl
import urllib.error
import urllib.request


class Api:
    """Requests with every right; the folder is that of the control plane."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        config = json.loads((folder / "admin.kubeconfig").read_text())
        self._server = config["clusters"][0]["cluster"]["server"]
        self._token = config["users"][0]["user"]["token"]
        context = ssl.create_default_context(cafile=str(folder / "certificates" / "apiserver.crt"))
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))

    def request(self, method, path, body=None, kind="application/json"):
        """The decoded answer; None where there is no such object."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._token}", "Accept": "application/json", **({"Content-Type": kind} if data else {})}
        try:
            with self._opener.open(urllib.request.Request(self._server + path, data, headers, method=method), timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as e:
            if e.code == 404:
                return None
            raise

    def get(self, path):
        """The object or list; None where there is none."""
        return self.request("GET", path)

    def apply(self, path, manifest):
        """Server-side apply, over whatever others own."""
        return self.request("PATCH", f"{path}?fieldManager=control-plane&force=true", manifest, "application/apply-patch+yaml")

    def merge(self, path, patch):
        """A merge patch; None where there is no such object."""
        return self.request("PATCH", path, patch, "application/merge-patch+json")
