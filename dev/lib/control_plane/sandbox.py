"""A network namespace that holds the loopback interface and one private address.

The API server's service proxy refuses loopback addresses, so a controller that it must reach needs another one; and what
listens in here cannot be reached from outside. Without root a user namespace gives the right to make one.
"""
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys

from .errors import progress

HOST_IP = "10.77.0.1"
# Tells this program, started again, where it is. Taken away again at once: what it starts may want namespaces of its own.
_STATE = "CONTROL_PLANE_SANDBOX"

_SIOCGIFFLAGS, _SIOCSIFFLAGS = 0x8913, 0x8914
_SIOCSIFADDR, _SIOCSIFNETMASK = 0x8916, 0x891C
_IFF_UP = 0x1


def enter():
    """Starts this program again inside a namespace; returns there. The address, or empty where there are no namespaces."""
    if os.environ.pop(_STATE, None):
        _configure_interfaces()
        return HOST_IP
    command = _unshare()
    if command:
        os.environ[_STATE] = "inside"
        os.execvp(command[0], [*command, sys.executable, *sys.argv])
    progress("no network namespaces here: what needs the service proxy is skipped, everything else runs on loopback")
    return ""


def _unshare():
    """The command that makes the namespaces; empty if that does not work on this machine."""
    if not sys.platform.startswith("linux") or not shutil.which("unshare"):
        return []
    unprivileged = ["--user", "--map-root-user"] if os.geteuid() != 0 else []
    command = ["unshare", *unprivileged, "--mount", "--net", "--"]
    tried = subprocess.run([*command, "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return command if tried.returncode == 0 else []


def _configure_interfaces():
    """What `ip link set lo up` and `ip addr add HOST_IP/32 dev lo` do, for machines without iproute2."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        _up(s, "lo")
        _address(s, _SIOCSIFADDR, "lo:1", HOST_IP)
        _address(s, _SIOCSIFNETMASK, "lo:1", "255.255.255.255")
        _up(s, "lo:1")


def _up(s, interface):
    request = struct.pack("16sh14x", interface.encode(), 0)
    flags = struct.unpack("16sh14x", fcntl.ioctl(s, _SIOCGIFFLAGS, request))[1]
    fcntl.ioctl(s, _SIOCSIFFLAGS, struct.pack("16sh14x", interface.encode(), flags | _IFF_UP))


def _address(s, call, interface, address):
    sockaddr = struct.pack("HH4s8x", socket.AF_INET, 0, socket.inet_aton(address))
    fcntl.ioctl(s, call, struct.pack("16s16s", interface.encode(), sockaddr))
