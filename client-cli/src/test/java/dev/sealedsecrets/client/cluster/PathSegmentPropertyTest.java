package dev.sealedsecrets.client.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PathSegmentPropertyTest {

    @Property
    void aNameStaysOnePartOfThePath(@ForAll String name) {
        Assume.that(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(name));

        URI uri = URI.create("http://host/a/" + PathSegment.escape(name) + "/b");

        assertThat(uri.getPath()).isEqualTo("/a/" + name + "/b");
        assertThat(uri.getRawPath().chars().filter(c -> c == '/').count()).isEqualTo(3);
        assertThat(uri.getQuery()).isNull();
    }
}
