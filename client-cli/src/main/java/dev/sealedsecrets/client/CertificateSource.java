package dev.sealedsecrets.client;

/** Where the certificate to seal with comes from. */
public sealed interface CertificateSource permits CertificateFile, CertificateUrl, ControllerCertificate {

    /** Gets the text as the source has it now; nothing is looked at yet. */
    CertificateText fetch() throws ClientException;
}
