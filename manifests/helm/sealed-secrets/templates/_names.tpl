{{- define "sealed-secrets.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "sealed-secrets.fullname" -}}
{{- $name := .Values.nameOverride | default .Chart.Name -}}
{{- $full := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) -}}
{{- .Values.fullnameOverride | default $full | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "sealed-secrets.namespace" -}}
{{- .Values.namespace | default .Release.Namespace -}}
{{- end -}}

{{- define "sealed-secrets.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "sealed-secrets.fullname" .) -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{/* The labels that select the Pods. A Deployment cannot change them: they are those of the original's chart. */}}
{{- define "sealed-secrets.matchLabels" -}}
app.kubernetes.io/name: {{ include "sealed-secrets.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "sealed-secrets.image" -}}
{{- $image := .Values.image -}}
{{- if hasSuffix "bitnami/sealed-secrets-controller" (printf "/%s" $image.repository) -}}
{{- fail "image.repository names the original's image, which does not know what this chart tells it: remove image.registry, image.repository and image.tag from your values, or name a mirror of this chart's image" -}}
{{- end -}}
{{- $repository := ternary (printf "%s/%s" $image.registry $image.repository) $image.repository (ne $image.registry "") -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $repository $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository ($image.tag | toString | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* Text that may be a template, from a value that is a text or not. Takes a list: the value and the root. */}}
{{- define "sealed-secrets.rendered" -}}
{{- $value := index . 0 -}}
{{- tpl (kindIs "string" $value | ternary $value (toYaml $value)) (index . 1) -}}
{{- end -}}

{{/*
Metadata of an object. Takes a dict: root, name, and optionally namespace ("-": none), and labels and annotations, each a list of
maps; later ones win.
*/}}
{{- define "sealed-secrets.metadata" -}}
{{- $root := .root -}}
{{- $labels := dict
  "app.kubernetes.io/name" (include "sealed-secrets.name" $root)
  "app.kubernetes.io/instance" $root.Release.Name
  "app.kubernetes.io/managed-by" $root.Release.Service
  "app.kubernetes.io/version" $root.Chart.AppVersion
  "app.kubernetes.io/part-of" "sealed-secrets"
  "helm.sh/chart" (printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-") -}}
{{- range concat (.labels | default list) (list $root.Values.commonLabels) -}}
{{- with . }}{{ $labels = mergeOverwrite $labels (include "sealed-secrets.rendered" (list . $root) | fromYaml) }}{{ end -}}
{{- end -}}
{{- $annotations := dict -}}
{{- range concat (list $root.Values.commonAnnotations) (.annotations | default list) -}}
{{- with . }}{{ $annotations = mergeOverwrite $annotations (include "sealed-secrets.rendered" (list . $root) | fromYaml) }}{{ end -}}
{{- end -}}
name: {{ .name }}
{{- $namespace := .namespace | default (include "sealed-secrets.namespace" $root) }}
{{- if ne $namespace "-" }}
namespace: {{ $namespace }}
{{- end }}
labels:
  {{- toYaml $labels | nindent 2 }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "sealed-secrets.elects" -}}
{{- $enabled := .Values.leaderElection.enabled -}}
{{- if kindIs "invalid" $enabled }}{{ if gt (int .Values.replicaCount) 1 }}true{{ end }}{{ else if $enabled }}true{{ end -}}
{{- end -}}
