package dev.sealedsecrets.client.cluster;

/** The Service of the controller. */
public record ControllerAddress(String namespace, String name) {

    /** Where the manifests put it, and where kubeseal looks for it. */
    public static final ControllerAddress USUAL = new ControllerAddress("kube-system", "sealed-secrets-controller");

    /** Path of the Service itself. */
    String servicePath() {
        return "/api/v1/namespaces/" + PathSegment.escape(namespace) + "/services/" + PathSegment.escape(name);
    }

    /** Path of the controller's own endpoints, through the API server. */
    String proxyPath(String portName) {
        return "/api/v1/namespaces/" + PathSegment.escape(namespace) + "/services/"
                + PathSegment.escape(proxied(portName)) + "/proxy";
    }

    /** The Service as the proxy names it. */
    String proxied(String portName) {
        return "http:" + name + ":" + portName;
    }

    /** Path of the ConfigMap that holds the controller's certificate for users who may not read Services. */
    String configMapPath() {
        return "/api/v1/namespaces/" + PathSegment.escape(namespace) + "/configmaps/"
                + PathSegment.escape(name + "-cert");
    }
}
