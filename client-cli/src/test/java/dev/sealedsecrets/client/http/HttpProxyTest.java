package dev.sealedsecrets.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProxyTest {

    @ParameterizedTest
    @CsvSource({
        "http://proxy:3128, HTTP, proxy, 3128",
        "http://proxy, HTTP, proxy, 80",
        "proxy:3128, HTTP, proxy, 3128",
        "socks5://proxy, SOCKS5, proxy, 1080",
        "SOCKS5h://proxy:99/, SOCKS5, proxy, 99",
    })
    void readsAddresses(String text, HttpProxy.Kind kind, String host, int port) throws URISyntaxException {
        assertThat(HttpProxy.parse(text)).isEqualTo(new HttpProxy(kind, host, port, Optional.empty()));
    }

    @Test
    void userAndPasswordAreDecodedButNeverShown() throws URISyntaxException {
        HttpProxy proxy = HttpProxy.parse("http://user:p%40ss@proxy:3128");

        assertThat(proxy.userInfo()).contains("user:p@ss");
        assertThat(proxy).hasToString("http://proxy:3128");
    }

    @ParameterizedTest
    @CsvSource({"https://u:secret@proxy:1", "http://u:secret@", "http://u:secret@a b"})
    void refusesOthersWithoutQuotingThePassword(String text) {
        assertThatThrownBy(() -> HttpProxy.parse(text))
                .isInstanceOf(URISyntaxException.class)
                .hasMessageNotContaining("secret");
    }
}
