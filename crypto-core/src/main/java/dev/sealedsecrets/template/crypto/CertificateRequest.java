package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.format.Printer;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.url.IpAddress;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * What a certificate is to say.
 *
 * @param commonName of the subject, as text
 * @param names alternative names, DNS names first
 * @param days validity from now
 */
record CertificateRequest(String commonName, List<GeneralName> names, long days, boolean isAuthority) {
    /** A request for an authority: common name and days. */
    static CertificateRequest authority(Arguments a) {
        return new CertificateRequest(Utf8.toJava(a.text(0)), List.of(), a.integer(1), true);
    }

    /** A request for a server: common name, addresses, DNS names, days. */
    static CertificateRequest server(Arguments a) {
        List<GeneralName> addresses = addresses(a, (ListValue) a.get(1));
        List<GeneralName> all = new ArrayList<>(dnsNames(a, (ListValue) a.get(2)));
        all.addAll(addresses);
        return new CertificateRequest(Utf8.toJava(a.text(0)), all, a.integer(3), false);
    }

    private static List<GeneralName> addresses(Arguments a, ListValue list) {
        List<GeneralName> names = new ArrayList<>();
        for (Value item : list.items()) {
            if (!(item instanceof TextValue text)) {
                throw new GoError("error parsing ip: " + Printer.print(a.budget(), item) + " is not a string");
            }
            byte[] ip = IpAddress.parse(text.text()).orElseThrow(() -> new GoError("error parsing ip: " + text.text()));
            names.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(withoutMapping(ip))));
        }
        return names;
    }

    /** An IPv4 address in IPv6 form as the IPv4 address. */
    private static byte[] withoutMapping(byte[] ip) {
        boolean mapped = ip.length == 16 && ip[10] == -1 && ip[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = ip[i] == 0;
        }
        return mapped ? Arrays.copyOfRange(ip, 12, 16) : ip;
    }

    private static List<GeneralName> dnsNames(Arguments a, ListValue list) {
        List<GeneralName> names = new ArrayList<>();
        for (Value item : list.items()) {
            if (!(item instanceof TextValue text)) {
                throw new GoError(
                        "error processing alternate dns name: " + Printer.print(a.budget(), item) + " is not a string");
            }
            if (!Utf8.isAscii(text.text())) {
                throw new GoError(
                        "error creating certificate: x509: \"" + text.text() + "\" cannot be encoded as an IA5String");
            }
            names.add(new GeneralName(GeneralName.dNSName, text.text()));
        }
        return names;
    }
}
