package io.github.cucmcerts.served;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * A client that reads the server's certificates and then disconnects. It accepts every certificate in order to read it. It has no
 * client certificate, and disconnects before the server can request one.
 */
@SuppressWarnings("JdkObsolete") // the library needs Vector
final class Client extends AbstractTlsClient {
    private static final int MOST_CERTIFICATES = 20;
    /** The largest length that a message can state: {@link BoundedInput} limits what is read. */
    private static final int ANY_LENGTH = 1 << 24;

    private final Offer offer;
    private final boolean ec;
    private final Optional<String> serverName;
    private final Recorder recorder;
    private Optional<ProtocolVersion> version = Optional.empty();

    /** Keeps each certificate as soon as the server sends it, so that later failures do not matter. */
    private static final class Recorder extends BcTlsCrypto {
        private final List<byte[]> certificates = new ArrayList<>();

        @Override
        public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
            certificates.add(encoding.clone());
            return super.createCertificate(type, encoding);
        }
    }

    private Client(Offer offer, boolean ec, Optional<String> serverName, Recorder recorder) {
        super(recorder);
        this.offer = offer;
        this.ec = ec;
        this.serverName = serverName;
        this.recorder = recorder;
    }

    /**
     * A client.
     *
     * @param ec whether it requests a certificate with an EC key; otherwise it requests one with an RSA key
     * @param serverName the server name indication (RFC 6066, section 3); empty if the node's name is an address
     */
    static Client of(Offer offer, boolean ec, Optional<String> serverName) {
        return new Client(offer, ec, serverName, new Recorder());
    }

    /** What the server sent as certificates, its own first. The server decides whether this is valid DER. */
    List<byte[]> certificates() {
        return List.copyOf(recorder.certificates);
    }

    /** The version that the server chose; empty before it chose one. */
    Optional<ProtocolVersion> version() {
        return version;
    }

    @Override
    public void notifyServerVersion(ProtocolVersion chosen) throws IOException {
        version = Optional.of(chosen);
        super.notifyServerVersion(chosen);
    }

    /** Old servers have no secure renegotiation (RFC 5746). This client does not renegotiate. */
    @Override
    public void notifySecureRenegotiation(boolean secure) {}

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                throw new TlsFatalAlert(AlertDescription.user_canceled);
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return null;
            }
        };
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return offer.versions();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return offer.suites(ec);
    }

    @Override
    protected Vector<?> getSupportedSignatureAlgorithms() {
        return offer.signatures(ec);
    }

    @Override
    protected Vector<?> getSupportedSignatureAlgorithmsCert() {
        return Offer.all();
    }

    @Override
    protected Vector<?> getSupportedGroups(@SuppressWarnings("rawtypes") Vector roles) {
        return new Vector<>(List.of(
                NamedGroup.x25519,
                NamedGroup.secp256r1,
                NamedGroup.secp384r1,
                NamedGroup.secp521r1,
                NamedGroup.ffdhe2048));
    }

    @Override
    protected Vector<?> getSNIServerNames() {
        return serverName
                .map(name -> new Vector<>(
                        List.of(new ServerName(NameType.host_name, name.getBytes(StandardCharsets.US_ASCII)))))
                .orElse(null);
    }

    @Override
    protected CertificateStatusRequest getCertificateStatusRequest() {
        return null;
    }

    @Override
    public int getMaxCertificateChainLength() {
        return MOST_CERTIFICATES;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return ANY_LENGTH;
    }
}
