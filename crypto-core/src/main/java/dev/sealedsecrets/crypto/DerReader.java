package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads DER (ITU-T X.690) from front to back: definite lengths in their shortest form, one-byte tags, shortest integers.
 *
 * <p>A reader is a cursor over the contents of one element. Each method takes the next element or throws; nothing is read
 * beyond the end of the enclosing element, and nothing recurses.
 */
final class DerReader {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /** Lengths above 2^24 are refused; nothing we read is near. */
    private static final int MAXIMUM_LENGTH_BYTES = 3;

    private final byte[] bytes;
    private final int end;
    private int position;

    DerReader(byte[] der) {
        this(der, 0, der.length);
    }

    private DerReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** The tag of constructed context-specific element {@code [number]}. */
    static int context(int number) {
        return 0xa0 | number;
    }

    boolean hasMore() {
        return position < end;
    }

    boolean nextIs(int tag) {
        return hasMore() && (bytes[position] & 0xff) == tag;
    }

    /** Goes into the next element, which has to have this tag. */
    DerReader enter(int tag) throws MalformedDerException {
        if (!nextIs(tag)) {
            throw new MalformedDerException();
        }
        return enterAny();
    }

    DerReader sequence() throws MalformedDerException {
        return enter(SEQUENCE);
    }

    /** Goes into the next element, whatever it is. */
    DerReader enterAny() throws MalformedDerException {
        int tag = octet();
        if ((tag & 0x1f) == 0x1f) {
            throw new MalformedDerException();
        }
        int length = length();
        if (length > end - position) {
            throw new MalformedDerException();
        }
        DerReader contents = new DerReader(bytes, position, position + length);
        position += length;
        return contents;
    }

    /** The next element with tag and length; a copy. */
    byte[] element() throws MalformedDerException {
        int start = position;
        enterAny();
        return Arrays.copyOfRange(bytes, start, position);
    }

    /** The bytes that are left; a copy. Takes them. */
    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    BigInteger integer() throws MalformedDerException {
        byte[] octets = enter(INTEGER).rest();
        if (octets.length == 0 || (octets.length > 1 && octets[0] == (octets[1] < 0 ? -1 : 0))) {
            throw new MalformedDerException();
        }
        return new BigInteger(octets);
    }

    /** A number above zero. */
    BigInteger positiveInteger() throws MalformedDerException {
        BigInteger integer = integer();
        if (integer.signum() <= 0) {
            throw new MalformedDerException();
        }
        return integer;
    }

    boolean truth() throws MalformedDerException {
        byte[] octets = enter(BOOLEAN).rest();
        if (octets.length != 1 || (octets[0] != 0 && octets[0] != (byte) 0xff)) {
            throw new MalformedDerException();
        }
        return octets[0] != 0;
    }

    /** A bit string of whole octets. */
    byte[] bitStringOctets() throws MalformedDerException {
        DerReader contents = enter(BIT_STRING);
        if (contents.octet() != 0) {
            throw new MalformedDerException();
        }
        return contents.rest();
    }

    byte[] octetString() throws MalformedDerException {
        return enter(OCTET_STRING).rest();
    }

    /** An object identifier in dotted form. */
    String objectIdentifier() throws MalformedDerException {
        DerReader contents = enter(OBJECT_IDENTIFIER);
        int first = contents.base128();
        int root = Math.min(first / 40, 2);
        StringBuilder dotted = new StringBuilder().append(root).append('.').append(first - root * 40);
        while (contents.hasMore()) {
            dotted.append('.').append(contents.base128());
        }
        return dotted.toString();
    }

    /** Checks that every element was taken. */
    void end() throws MalformedDerException {
        if (hasMore()) {
            throw new MalformedDerException();
        }
    }

    private int base128() throws MalformedDerException {
        int octet = octet();
        if (octet == 0x80) {
            throw new MalformedDerException();
        }
        int value = octet & 0x7f;
        while (octet >= 0x80) {
            if (value >= 1 << 24) {
                throw new MalformedDerException();
            }
            octet = octet();
            value = (value << 7) | (octet & 0x7f);
        }
        return value;
    }

    private int length() throws MalformedDerException {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > MAXIMUM_LENGTH_BYTES) {
            throw new MalformedDerException();
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | octet();
        }
        int shortest = count == 1 ? 0x80 : 1 << ((count - 1) * 8);
        if (length < shortest) {
            throw new MalformedDerException();
        }
        return length;
    }

    private int octet() throws MalformedDerException {
        if (!hasMore()) {
            throw new MalformedDerException();
        }
        return bytes[position++] & 0xff;
    }
}
