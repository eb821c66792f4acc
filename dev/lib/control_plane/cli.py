"""The command line of dev/control-plane."""
import argparse
import pathlib
import sys

from . import assets, controller, plane, sandbox
from .errors import Refused

NOT_STARTED = 3


def main(arguments):
    """Runs one subcommand; the exit status: that of COMMAND, 2 for usage, 3 when the control plane did not come up."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except Refused as e:
        print(f"control-plane: error: {e}", file=sys.stderr)
        return NOT_STARTED


def _assets(_):
    print(assets.folder())
    return 0


def _run(options):
    programs = assets.folder()
    host_ip = sandbox.enter()
    with plane.ControlPlane(programs, host_ip, options.controller_manager) as started:
        return plane.run(started, _command(options))


def _install(options):
    controller.install(options.manifests)
    return 0


def _as_controller(options):
    controller.as_controller(_command(options))


def _command(options):
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        raise Refused("a command is needed after --")
    return command


def _parser():
    parser = argparse.ArgumentParser(
        prog="dev/control-plane",
        description="A real etcd, kube-apiserver and kube-controller-manager for one command. docs/development/control-plane.md says more.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    listed = commands.add_parser("assets", help="print the folder with the programs (what KUBEBUILDER_ASSETS wants), getting them first if need be")
    listed.set_defaults(run=_assets)

    run = commands.add_parser("run", help="start everything, run a command beside it, stop everything")
    run.add_argument("--no-controller-manager", dest="controller_manager", action="store_false", help="without garbage collection; starts faster")
    run.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND ...")
    run.set_defaults(run=_run)

    install = commands.add_parser("install", help="inside run: apply manifests and let the Service reach a controller on this machine")
    install.add_argument("--manifests", type=pathlib.Path, default=controller.MANIFESTS, help="a folder for kubectl apply -k or -f (default: manifests)")
    install.set_defaults(run=_install)

    acting = commands.add_parser("as-controller", help="inside run: a command with the controller's service account, as in its Pod")
    acting.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND ...")
    acting.set_defaults(run=_as_controller)
    return parser
