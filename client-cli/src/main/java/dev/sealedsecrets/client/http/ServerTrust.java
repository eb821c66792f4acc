package dev.sealedsecrets.client.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;

/** Which servers a TLS connection accepts. */
public sealed interface ServerTrust {

    /** The rule as the TLS implementation takes it. */
    TrustManager[] trustManagers() throws GeneralSecurityException, IOException;

    /** Whether the name in the server's certificate is compared with the address. */
    default boolean verifiesName() {
        return true;
    }

    /**
     * Those of the platform's certificate authorities, and of further ones.
     *
     * @param further certificates to accept besides
     */
    record Platform(List<X509Certificate> further) implements ServerTrust {

        /** Copies the list. */
        public Platform {
            further = List.copyOf(further);
        }

        @Override
        public TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
            return TrustManagers.platformAnd(further);
        }
    }

    /**
     * Those that these certificates vouch for, and no others: not those of the platform either.
     *
     * @param authorities certificates of authorities or of servers
     */
    record Only(List<X509Certificate> authorities) implements ServerTrust {

        /** Copies the list. */
        public Only {
            authorities = List.copyOf(authorities);
        }

        @Override
        public TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
            return TrustManagers.only(authorities);
        }
    }

    /** Any server, unverified. Does not guarantee anything: whoever sits on the line reads and changes all traffic. */
    record Unverified() implements ServerTrust {

        @Override
        public TrustManager[] trustManagers() {
            return new TrustManager[] {new InsecureAcceptAll()};
        }

        @Override
        public boolean verifiesName() {
            return false;
        }
    }
}
