package dev.sealedsecrets.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes DER elements (ITU-T X.690), each as its bytes; the counterpart of {@link DerReader}. */
final class DerWriter {
    private DerWriter() {}

    /** An element of any tag around what is given. */
    static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            body.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, body.size());
        element.writeBytes(body.toByteArray());
        return element.toByteArray();
    }

    static byte[] sequence(byte[]... elements) {
        return element(DerReader.SEQUENCE, elements);
    }

    static byte[] integer(BigInteger value) {
        return element(DerReader.INTEGER, value.toByteArray());
    }

    static byte[] octetString(byte[] octets) {
        return element(DerReader.OCTET_STRING, octets);
    }

    /** A bit string of whole octets. */
    static byte[] bitString(byte[] octets) {
        return element(DerReader.BIT_STRING, new byte[] {0}, octets);
    }

    /** An object identifier given in dotted form. */
    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writeBase128(body, Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            writeBase128(body, Integer.parseInt(arcs[i]));
        }
        return element(DerReader.OBJECT_IDENTIFIER, body.toByteArray());
    }

    private static void writeLength(ByteArrayOutputStream to, int length) {
        if (length < 0x80) {
            to.write(length);
        } else {
            byte[] octets = BigInteger.valueOf(length).toByteArray();
            int start = octets[0] == 0 ? 1 : 0;
            to.write(0x80 | (octets.length - start));
            to.write(octets, start, octets.length - start);
        }
    }

    private static void writeBase128(ByteArrayOutputStream to, int value) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (value >>> shift != 0) {
                to.write(0x80 | ((value >>> shift) & 0x7f));
            }
        }
        to.write(value & 0x7f);
    }
}
