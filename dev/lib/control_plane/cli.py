"""The command line of dev/control-plane."""
import argparse
import pathlib
import sys

from . import assets, command, controller, node, plane, sandbox
from .errors import Refused

REFUSED = 3


def main(arguments):
    """Runs one subcommand; the exit status: that of COMMAND, 2 for usage, 3 when something refuses to go on, 128 + a signal."""
    parent = command.Parent()
    options = _parser().parse_args(arguments)
    try:
        with command.ending_on_signals():
            return options.run(options, parent)
    except Refused as e:
        print(f"control-plane: error: {e}", file=sys.stderr)
        return REFUSED
    except command.Ended as e:
        return e.status


def _assets(*_):
    print(assets.folder())
    return 0


def _run(options, parent):
    programs = assets.folder()
    host_ip = sandbox.enter()
    with plane.ControlPlane(programs, host_ip, options.controller_manager, parent) as started:
        status = command.run(options.command, started.environment(), parent)
        if status:
            started.say_what_failed()
        return status


def _install(options, _):
    controller.install(options.manifests, options.crd)
    return 0


def _as_controller(options, _):
    controller.as_controller(options.command, options.namespace, options.service_account)


def _node(*_):
    node.stand_in()
    return 0


class _Command(argparse.Action):
    """What stands behind --."""

    def __call__(self, parser, namespace, values, option_string=None):
        words = values[1:] if values[:1] == ["--"] else values
        if not words:
            parser.error("a command is needed after --")
        namespace.command = words


def _parser():
    parser = argparse.ArgumentParser(
        prog="dev/control-plane",
        description="A real etcd, kube-apiserver and kube-controller-manager for one command. docs/development/control-plane.md says more.",
    )
    commands = parser.add_subparsers(required=True, metavar="SUBCOMMAND")

    listed = commands.add_parser("assets", help="print the folder with the programs (what KUBEBUILDER_ASSETS wants), getting them first if need be")
    listed.set_defaults(run=_assets)

    run = commands.add_parser("run", usage="%(prog)s [--no-controller-manager] -- COMMAND ...", help="start everything, run a command beside it, stop everything")
    run.add_argument("--no-controller-manager", dest="controller_manager", action="store_false", help="without garbage collection; starts faster")
    run.add_argument("command", nargs=argparse.REMAINDER, metavar="COMMAND", help="with its arguments, after --", action=_Command)
    run.set_defaults(run=_run)

    install = commands.add_parser("install", help="inside run: apply manifests and let the Service reach a controller on this machine")
    install.add_argument("--manifests", type=pathlib.Path, default=controller.MANIFESTS, help="a folder for kubectl apply -k or -f (default: manifests)")
    install.add_argument("--crd", type=pathlib.Path, help="a file with another CustomResourceDefinition, to take the place of that of the manifests")
    install.set_defaults(run=_install)

    standing_in = commands.add_parser("node", help="inside run: run the controller for each Deployment of it, as a node would, until a signal comes")
    standing_in.set_defaults(run=_node)

    acting = commands.add_parser("as-controller", usage="%(prog)s [--namespace NAMESPACE] [--service-account NAME] -- COMMAND ...", help="inside run: a command with the controller's service account, as in its Pod")
    acting.add_argument("--namespace", default=controller.NAMESPACE, help="of the service account (default: %(default)s)")
    acting.add_argument("--service-account", default=controller.NAME, help="whose rights the command has (default: %(default)s)")
    acting.add_argument("command", nargs=argparse.REMAINDER, metavar="COMMAND", help="with its arguments, after --", action=_Command)
    acting.set_defaults(run=_as_controller)
    return parser
