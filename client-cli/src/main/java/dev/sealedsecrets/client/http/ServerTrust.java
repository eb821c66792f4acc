package dev.sealedsecrets.client.http;

import java.security.cert.X509Certificate;
import java.util.List;

/** Which servers a TLS connection accepts. */
public sealed interface ServerTrust {

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
    }

    /** Any server, unverified. Does not guarantee anything: whoever sits on the line reads and changes all traffic. */
    record Unverified() implements ServerTrust {}
}
