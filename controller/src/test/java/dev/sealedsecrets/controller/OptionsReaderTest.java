package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.controller.http.ListenAddress;
import dev.sealedsecrets.controller.leader.ElectionTimes;
import dev.sealedsecrets.controller.reconcile.DriftMode;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsReaderTest {
    @Test
    void theDefaultsAreThoseOfTheContract() throws Exception {
        ControllerOptions options = options();
        assertThat(options.keys().prefix()).isEqualTo("sealed-secrets-key");
        assertThat(options.keys().bits()).isEqualTo(4096);
        assertThat(options.keys().validity()).isEqualTo(Duration.ofDays(3650));
        assertThat(options.keys().renewPeriod()).isEqualTo(Duration.ofDays(30));
        assertThat(options.keys().cutoff()).isNull();
        assertThat(options.watch().allNamespaces()).isTrue();
        assertThat(options.watch().additionalNamespaces()).isEmpty();
        assertThat(options.unseal().acceptDeprecatedV1Data()).isTrue();
        assertThat(options.unseal().updateStatus()).isTrue();
        assertThat(options.unseal().drift()).isEqualTo(DriftMode.HEAL);
        assertThat(options.unseal().maxRetries()).isEqualTo(5);
        assertThat(options.http().address()).isEqualTo(new ListenAddress(":8080", "", 8080));
        assertThat(options.metricsAddress()).isEqualTo(new ListenAddress(":8081", "", 8081));
        assertThat(options.http().rateLimit()).isEqualTo(2);
        assertThat(options.http().rateLimitBurst()).isEqualTo(2);
        assertThat(options.http().readTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.api().qps()).isZero();
    }

    @Test
    void withoutTheFlagThereIsNoElection() throws Exception {
        assertThat(options().election()).isNull();
        assertThat(options("--leader-elect").election())
                .isEqualTo(new ElectionTimes(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2)));
    }

    @Test
    void theTimesOfAnElectionHaveToFitTogether() {
        assertRefused("--leader-elect-retry-period=0s", "leader-elect-retry-period", "must be above 0s");
        assertRefused(
                "--leader-elect-renew-deadline=2s",
                "leader-elect-renew-deadline",
                "longer than the retry period of 2s");
        assertRefused(
                "--leader-elect-lease-duration=10s",
                "leader-elect-lease-duration",
                "longer than the renew deadline of 10s");
        assertRefused("--leader-elect-lease-duration=15500ms", "leader-elect-lease-duration", "whole seconds");
    }

    private static void assertRefused(String argument, String flag, String reason) {
        assertThatThrownBy(() -> options(argument))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(flag)
                .hasMessageContaining(reason);
    }

    @Test
    void restartsNeedTheStatusThatRemembers() throws Exception {
        assertThat(options().unseal().restartWorkloads()).isFalse();
        assertThat(options("--restart-workloads").unseal().restartWorkloads()).isTrue();
        assertThatThrownBy(() -> options("--restart-workloads", "--update-status=false"))
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "--restart-workloads: needs --update-status: the status remembers which values a Secret had");
    }

    @Test
    void theLimitsOfTemplatesHaveAFlagEach() throws Exception {
        assertThat(options().unseal().templates()).isEqualTo(TemplateLimits.defaults());
        TemplateLimits limits = options(
                        "--template-max-steps=1",
                        "--template-max-output=2",
                        "--template-max-depth=3",
                        "--template-max-regex=4",
                        "--template-max-keys=5",
                        "--template-max-time=6s")
                .unseal()
                .templates();
        assertThat(limits.steps()).isEqualTo(1);
        assertThat(limits.output()).isEqualTo(2);
        assertThat(limits.depth()).isEqualTo(3);
        assertThat(limits.regex()).isEqualTo(4);
        assertThat(limits.keys()).isEqualTo(5);
        assertThat(limits.time()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void listsAreTrimmedAndHaveNoDuplicates() throws Exception {
        assertThat(options("--additional-namespaces= a, b,,a ").watch().additionalNamespaces())
                .containsExactly("a", "b");
    }

    @Test
    void keyMetadataIsReadAsPairs() throws Exception {
        ControllerOptions options = options(
                "--privatekey-labels=team=infra, example.com/env=prod,empty=", "--privatekey-annotations=note=a=b c");
        assertThat(options.keys().labels()).isEqualTo(Map.of("team", "infra", "example.com/env", "prod", "empty", ""));
        assertThat(options.keys().annotations()).isEqualTo(Map.of("note", "a=b c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 02 Jan 2006 15:04:05 -0700 | 2006-01-02T22:04:05Z",
                "Mon, 01 Jan 2001 00:00:00 +0100 | 2000-12-31T23:00:00Z",
                "Tue, 02 Jan 2006 15:04:05 +0000 | 2006-01-02T15:04:05Z"
            })
    void theCutoffIsATimeWithANumericZone(String text, Instant time) throws Exception {
        assertThat(options("--key-cutoff-time=" + text).keys().cutoff()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--key-prefix=Bad_Prefix | --key-prefix: name contains illegal character B",
                "--key-prefix=a.b | --key-prefix: name contains illegal character .",
                "--key-prefix=-a | --key-prefix: name must begin with a letter or a digit",
                "--key-prefix= | --key-prefix: name must begin with a letter or a digit",
                "--key-size=1024 | --key-size: must be from 2048 to 16384, got 1024",
                "--key-ttl=1ms | --key-ttl: must be at least 1s, got 1ms",
                "--key-renew-period=-1h | --key-renew-period: must not be negative, got -1h0m0s",
                "--key-cutoff-time=2020-01-01 | --key-cutoff-time: parsing time \"2020-01-01\": must have the form \"Mon, 02 Jan 2006 15:04:05 -0700\"",
                "--key-cutoff-time=Mon, 30 Feb 2006 15:04:05 -0700 | --key-cutoff-time: parsing time \"Mon, 30 Feb 2006 15:04:05 -0700\": must have the form \"Mon, 02 Jan 2006 15:04:05 -0700\"",
                "--privatekey-labels=team | --privatekey-labels: \"team\" does not have the form key=value",
                "--privatekey-labels=a b=c | --privatekey-labels: \"a b\" is no key of a label or annotation",
                "--privatekey-labels=a=b c | --privatekey-labels: \"b c\" is no value of a label",
                "--privatekey-annotations==x | --privatekey-annotations: \"\" is no key of a label or annotation",
                "--drift=mend | --drift: must be heal, detect or off, got \"mend\"",
                "--template-max-steps=0 | --template-max-steps: must be at least 1, got 0",
                "--template-max-output=-1 | --template-max-output: must be at least 1, got -1",
                "--template-max-time=0 | --template-max-time: must be above 0s and at most 10m0s, got 0s",
                "--template-max-time=1h | --template-max-time: must be above 0s and at most 10m0s, got 1h0m0s",
                "--rate-limit=0 | --rate-limit: must be at least 1, got 0",
                "--rate-limit-burst=-1 | --rate-limit-burst: must not be negative, got -1",
                "--listen-addr=8080 | --listen-addr: must be host:port or :port, got \"8080\"",
                "--listen-metrics-addr=:99999 | --listen-metrics-addr: must be host:port or :port, got \":99999\""
            })
    void whatCannotWorkIsAStartErrorThatNamesTheFlag(String argument, String message) {
        assertThatThrownBy(() -> options(argument))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitStatus()).isEqualTo(1))
                .hasMessage(message);
    }

    @Test
    void aPrefixMustLeaveRoomForTheRestOfTheName() throws Exception {
        assertThat(options("--key-prefix=" + "a".repeat(245)).keys().prefix()).hasSize(245);
        assertThatThrownBy(() -> options("--key-prefix=" + "a".repeat(246)))
                .hasMessage("--key-prefix: name is too long, must be shorter than 245, got 246");
    }

    @Test
    void aMessageIsOneLineWhateverTheValueHolds() {
        assertThatThrownBy(() -> options("--listen-addr=a\nb" + "x".repeat(300)))
                .hasMessage("--listen-addr: must be host:port or :port, got \"a?b" + "x".repeat(197) + "…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:80", "localhost:0", "[::1]:8080", ":0"})
    void addressesHaveHostAndPort(String text) throws Exception {
        assertThat(options("--listen-addr=" + text).http().address().text()).isEqualTo(text);
    }

    private static ControllerOptions options(String... arguments) throws Exception {
        return ControllerOptions.of(List.of(arguments));
    }
}
