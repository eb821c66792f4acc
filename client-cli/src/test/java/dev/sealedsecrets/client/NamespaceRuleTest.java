package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ConnectionOverrides;
import dev.sealedsecrets.client.fixtures.Folder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespaceRuleTest {

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void chooseFolder() {
        folder = new Folder(temporary);
    }

    @Test
    void whatTheInputSaysCountsWhateverTheContextIs() throws ClientException {
        folder.write("home/.kube/config", Folder.kubeconfig("http://c", "of-context"));

        assertThat(rule("").forObject("declared")).isEqualTo("declared");
        assertThat(rule("declared").forObject("declared")).isEqualTo("declared");
    }

    @Test
    void anExplicitNamespaceMustNotContradictTheInput() {
        assertThatThrownBy(() -> rule("myns").forObject("ns1"))
                .hasMessage("namespace mismatch: input secret is in namespace \"ns1\" but \"myns\" was specified");
    }

    @Test
    void theExplicitOneComesBeforeThatOfTheContext() throws ClientException {
        folder.write("home/.kube/config", Folder.kubeconfig("http://c", "of-context"));

        assertThat(rule("myns").forObject("")).isEqualTo("myns");
        assertThat(rule("myns").forValue()).isEqualTo("myns");
        assertThat(rule("").forObject("")).isEqualTo("of-context");
        assertThat(rule("").forValue()).isEqualTo("of-context");
    }

    @Test
    void aFaultyKubeconfigDoesNotMatterUnlessItIsNeeded() throws ClientException {
        folder.write("home/.kube/config", "[");

        assertThat(rule("").forObject("declared")).isEqualTo("declared");
        assertThatThrownBy(() -> rule("").forObject(""))
                .hasMessageStartingWith("cannot find the namespace of the secret: error loading config file");
        assertThatThrownBy(() -> rule("").forValue()).hasMessageStartingWith("error loading config file");
    }

    @Test
    void withoutAnySourceThereIsNoDefault() {
        assertThatThrownBy(() -> rule("").forObject("")).hasMessage("secret must declare a namespace");
        assertThatThrownBy(() -> rule("").forValue())
                .hasMessageStartingWith("invalid configuration: no configuration has been provided");
    }

    private NamespaceRule rule(String explicit) {
        return new NamespaceRule(
                explicit, new ClusterAccess(folder.surroundings(Map.of()), ConnectionOverrides.none()));
    }
}
