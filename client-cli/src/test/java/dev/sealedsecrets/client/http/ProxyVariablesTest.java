package dev.sealedsecrets.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariablesTest {

    private static final Map<String, String> BOTH =
            Map.of("HTTP_PROXY", "http://plain:3128", "https_proxy", "http://secure:3129");

    @Test
    void theSchemeOfTheTargetChoosesTheVariable() throws URISyntaxException {
        ProxyVariables variables = new ProxyVariables(BOTH);

        assertThat(proxy(variables, "http://a.example/x")).contains("http://plain:3128");
        assertThat(proxy(variables, "https://a.example/x")).contains("http://secure:3129");
    }

    @Test
    void withoutVariableTheConnectionIsDirect() throws URISyntaxException {
        assertThat(proxy(new ProxyVariables(Map.of()), "https://a.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/x",
        "http://127.0.0.1/x",
        "http://127.8.8.8/x",
        "http://[::1]:80/x",
    })
    void loopbackNeverGoesThroughAProxy(String target) throws URISyntaxException {
        assertThat(proxy(new ProxyVariables(BOTH), target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, http://example.com/, true",
        "example.com, http://a.b.example.com/, true",
        "example.com, http://notexample.com/, false",
        ".example.com, http://a.example.com/, true",
        ".example.com, http://example.com/, false",
        "*.example.com, http://a.example.com/, true",
        "EXAMPLE.com, http://example.COM/, true",
        "'other, example.com', http://example.com/, true",
        "example.com:8080, http://example.com:8080/, true",
        "example.com:8080, http://example.com/, false",
        "example.com:80, http://example.com/, true",
        "*, http://example.com/, true",
        "10.0.0.0/8, http://10.20.30.40/, true",
        "10.0.0.0/8, http://11.20.30.40/, false",
        "10.0.0.1, http://10.0.0.1/, true",
        "10.0.0.1, http://10.0.0.10/, false",
        "10.0.0.1:81, http://10.0.0.1/, false",
        "fd00::/8, http://[fd12::1]/, true",
        "fd12::1, http://[fd12::1]/, true",
        "[fd12::1]:80, http://[fd12::1]/, true",
        "10.0.0.0/99, http://10.0.0.1/, false",
        "10.0.0.0/x, http://10.0.0.1/, false",
        "fd00::/8, http://10.0.0.1/, false",
    })
    void noProxyExemptsHosts(String noProxy, String target, boolean direct) throws URISyntaxException {
        ProxyVariables variables = new ProxyVariables(Map.of("HTTP_PROXY", "http://plain:3128", "no_proxy", noProxy));

        assertThat(proxy(variables, target).isEmpty()).isEqualTo(direct);
    }

    @Test
    void anUnusableAddressIsNamedWithoutItsPassword() {
        ProxyVariables variables = new ProxyVariables(Map.of("HTTP_PROXY", "ftp://user:hunter2@proxy:3128"));

        assertThatThrownBy(() -> variables.proxyFor(URI.create("http://a.example")))
                .isInstanceOf(URISyntaxException.class)
                .hasMessageContaining("ftp")
                .hasMessageContaining("proxy:3128")
                .hasMessageNotContaining("hunter2");
    }

    private static Optional<String> proxy(ProxyVariables variables, String target) throws URISyntaxException {
        return variables.proxyFor(URI.create(target)).map(HttpProxy::toString);
    }
}
