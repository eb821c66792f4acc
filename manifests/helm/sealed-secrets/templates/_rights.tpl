{{/* What the controller does in a namespace that it watches. */}}
{{- define "sealed-secrets.unsealerRules" -}}
- apiGroups: [bitnami.com]
  resources: [sealedsecrets]
  verbs: [get, list, watch]
- apiGroups: [bitnami.com]
  resources: [sealedsecrets/status]
  verbs: [update]
- apiGroups: [""]
  resources: [secrets]
  verbs: [get, list, create, update, delete, watch]
- apiGroups: [""]
  resources: [events]
  verbs: [create, patch]
{{- end -}}

{{- define "sealed-secrets.roleMetadata" -}}
{{- include "sealed-secrets.metadata" (merge (dict "labels" (list .root.Values.rbac.labels)) .) -}}
{{- end -}}

{{/* Takes a dict: root, kind (Role, ClusterRole), role. */}}
{{- define "sealed-secrets.bindToController" -}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ .kind }}
  name: {{ .role }}
subjects:
- kind: ServiceAccount
  name: {{ include "sealed-secrets.serviceAccountName" .root }}
  namespace: {{ include "sealed-secrets.namespace" .root }}
{{- end -}}

{{/*
A Role in the controller's namespace, and its binding to the controller. Takes a dict: root, name, rules (YAML), and optionally
namespace and binding (its name).
*/}}
{{- define "sealed-secrets.controllerRole" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "sealed-secrets.roleMetadata" (dict "root" .root "name" .name "namespace" .namespace) | nindent 2 }}
rules:
{{ .rules }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  {{- include "sealed-secrets.roleMetadata" (dict "root" .root "name" (.binding | default .name) "namespace" .namespace) | nindent 2 }}
{{ include "sealed-secrets.bindToController" (dict "root" .root "kind" "Role" "role" .name) }}
{{- end -}}
