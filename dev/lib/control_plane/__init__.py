"""A throwaway etcd and kube-apiserver for tests and the demo.

assets      gets the programs: a folder given, a cache, official archives, or a build from Go modules
sandbox     a network namespace of its own, where the service proxy can reach a controller
plane       starts, watches and stops the programs
command     runs the command beside them: signals, exit status
leftovers   ends what is left of a run, also of one that was killed
controller  installs manifests and runs a command with the identity of the controller's service account
cli         the command line over these
"""
