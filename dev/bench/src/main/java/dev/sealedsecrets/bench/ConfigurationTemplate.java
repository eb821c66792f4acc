package dev.sealedsecrets.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A configuration file as people template it: defaults, a condition, a loop, encodings. */
final class ConfigurationTemplate {
    static final String NAME = "app.properties";

    static final String TEXT = """
            spring.datasource.url=jdbc:postgresql://{{ .host | default "localhost" }}:{{ .port }}/{{ .db }}
            spring.datasource.username={{ .user }}
            spring.datasource.password={{ .password | quote }}
            {{- if eq .tls "true" }}
            ssl=true
            ca={{ .ca | b64enc }}
            {{- end }}
            {{- range $i, $h := splitList "," .hosts }}
            node.{{ $i }}={{ $h | trim | upper }}
            {{- end }}
            auth: {{ printf "%s:%s" .user .password | b64enc }}
            level={{ .level | lower | default "info" }}
            {{ .extra | indent 4 }}
            """;

    private ConfigurationTemplate() {}

    static Map<String, byte[]> values() {
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (String name : new String[] {"host", "port", "db", "user", "password", "ca", "level", "extra"}) {
            values.put(name, ("value-of-" + name).getBytes(StandardCharsets.UTF_8));
        }
        values.put("tls", "true".getBytes(StandardCharsets.UTF_8));
        values.put("hosts", "a.example, b.example, c.example".getBytes(StandardCharsets.UTF_8));
        return values;
    }
}
