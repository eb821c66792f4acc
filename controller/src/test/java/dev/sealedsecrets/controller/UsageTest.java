package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void everyFlagHasALineInAlignedColumns() {
        assertThat(Usage.text().lines())
                .hasSize(Flags.ALL.size() + 1)
                .startsWith("Usage of controller:")
                .contains(
                        "      --accept-deprecated-v1-data              Accept SealedSecrets that hold a whole Secret in spec.data."
                                + " (default true)",
                        "      --key-prefix string                      Prefix of the names of key Secrets."
                                + " (default \"sealed-secrets-key\")",
                        "      --key-renew-period duration              Time between new keys; 0: no automatic renewal."
                                + " (default 720h0m0s)",
                        "      --my-cn string                           Common name in the certificates of new keys.",
                        "      --rate-limit int                         Verifications per second and client. (default 2)");
    }

    @Test
    void deprecatedNamesAreNotShown() {
        assertThat(Usage.text()).doesNotContain("rotate-period");
    }

    @Test
    void flagsAreInAlphabeticalOrderAndUnique() {
        assertThat(Flags.ALL.stream().map(Flag::name)).isSorted().doesNotHaveDuplicates();
    }
}
