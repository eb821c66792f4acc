package dev.sealedsecrets.client.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A block of IP addresses in CIDR notation, such as {@code 10.0.0.0/8}. */
final class AddressBlock {

    private final byte[] network;
    private final int prefix;

    private AddressBlock(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** The block; empty when the text is none. */
    static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> network = literal(text.substring(0, slash));
        try {
            int prefix = Integer.parseInt(text.substring(slash + 1));
            return network.map(InetAddress::getAddress)
                    .filter(bytes -> prefix >= 0 && prefix <= bytes.length * 8)
                    .map(bytes -> new AddressBlock(bytes, prefix));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The IP address that a text spells; never asks a name service. */
    static Optional<InetAddress> literal(String text) {
        boolean v4 = !text.isEmpty() && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        boolean v6 = text.indexOf(':') >= 0;
        if (!v4 && !v6) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(v6 ? "[" + text + "]" : text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
