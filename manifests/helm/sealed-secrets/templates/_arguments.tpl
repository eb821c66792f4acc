{{/* Pairs key=value of a map of texts, in the form of --privatekey-labels. Takes a list: the name of the value, and the map. */}}
{{- define "sealed-secrets.pairs" -}}
{{- $pairs := list -}}
{{- $name := index . 0 -}}
{{- range $key, $value := index . 1 -}}
{{- if not (and $value (kindIs "string" $value)) -}}{{- fail (printf "%s.%s has to be a text: put it in quotes" $name $key) -}}{{- end -}}
{{- $pairs = append $pairs (printf "%s=%s" $key $value) -}}
{{- end -}}
{{- join "," $pairs -}}
{{- end -}}

{{/* The arguments that follow from the values, as a YAML list. */}}
{{- define "sealed-secrets.arguments" -}}
{{- $values := .Values -}}
{{- $arguments := list -}}
{{- if $values.updateStatus }}{{ $arguments = append $arguments "--update-status" }}{{ end -}}
{{- if $values.skipRecreate }}{{ $arguments = append $arguments "--skip-recreate" }}{{ end -}}
{{- if $values.logInfoStdout }}{{ $arguments = append $arguments "--log-info-stdout" }}{{ end -}}
{{- if $values.watchForSecrets }}{{ $arguments = append $arguments "--watch-for-secrets" }}{{ end -}}
{{- if $values.restartWorkloads.enabled }}{{ $arguments = append $arguments "--restart-workloads" }}{{ end -}}
{{- if include "sealed-secrets.elects" . }}
{{- $arguments = append $arguments "--leader-elect" -}}
{{- else if gt (int $values.replicaCount) 1 -}}
{{- fail "replicaCount is more than 1 and leaderElection.enabled is false: replicas without an election write the same Secrets" -}}
{{- end -}}
{{- $limits := $values.templateLimits -}}
{{- range $pair := list
  (list "key-prefix" $values.secretName)
  (list "service-name" (include "sealed-secrets.fullname" .))
  (list "key-renew-period" $values.keyrenewperiod)
  (list "key-ttl" $values.keyttl)
  (list "key-cutoff-time" $values.keycutofftime)
  (list "rate-limit" $values.rateLimit)
  (list "rate-limit-burst" $values.rateLimitBurst)
  (list "additional-namespaces" (join "," $values.additionalNamespaces))
  (list "privatekey-annotations" (include "sealed-secrets.pairs" (list "privateKeyAnnotations" $values.privateKeyAnnotations)))
  (list "privatekey-labels" (include "sealed-secrets.pairs" (list "privateKeyLabels" $values.privateKeyLabels)))
  (list "log-level" $values.logLevel)
  (list "log-format" $values.logFormat)
  (list "listen-addr" (printf ":%v" ($values.containerPorts.http | default 8080)))
  (list "listen-metrics-addr" (printf ":%v" ($values.containerPorts.metrics | default 8081)))
  (list "max-unseal-retries" $values.maxRetries)
  (list "kubeclient-qps" $values.kubeClientQPS)
  (list "kubeclient-burst" $values.kubeClientBurst)
  (list "leader-elect-lease-duration" $values.leaderElection.leaseDuration)
  (list "leader-elect-renew-deadline" $values.leaderElection.renewDeadline)
  (list "leader-elect-retry-period" $values.leaderElection.retryPeriod)
  (list "drift" $values.drift)
  (list "label-selector" $values.labelSelector)
  (list "template-max-steps" $limits.maxSteps)
  (list "template-max-output" $limits.maxOutput)
  (list "template-max-depth" $limits.maxDepth)
  (list "template-max-regex" $limits.maxRegex)
  (list "template-max-keys" $limits.maxKeys)
  (list "template-max-time" $limits.maxTime)
-}}
{{- $value := index $pair 1 -}}
{{/* Helm reads whole numbers as floating ones. */}}
{{- if kindIs "float64" $value }}{{ $value = ternary (int64 $value) $value (eq (floor $value) $value) }}{{ end -}}
{{- if ne (toString $value) "" }}{{ $arguments = append $arguments (printf "--%s=%v" (index $pair 0) $value) }}{{ end -}}
{{- end -}}
{{- concat $arguments $values.extraArgs | toYaml -}}
{{- end -}}
