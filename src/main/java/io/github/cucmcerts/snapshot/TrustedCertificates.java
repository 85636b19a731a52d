package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Sha256;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Decides which server certificates are trusted: pinned ones; and valid ones that name the node, if they are in the
 * directory or chain to an anchor. Anchors are the valid CA certificates of the directory and of Java's trust store,
 * except those with name constraints, because Java does not apply an anchor's constraints. Java's trust manager finds
 * the path without any network access, so it does not check revocation. A certificate that a node's export lists as
 * revoked is rejected.
 */
public final class TrustedCertificates {
    private static final int DNS = 2;
    private static final int IP = 7;

    private static final int KEY_CERT_SIGN = 5;
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private final Set<String> pins;
    private final Set<String> revoked;
    private final Set<X509Certificate> directory;
    private final Optional<X509TrustManager> paths;
    private final Instant now;

    private TrustedCertificates(
            Set<String> pins,
            Set<String> revoked,
            Set<X509Certificate> directory,
            Optional<X509TrustManager> paths,
            Instant now) {
        this.pins = pins;
        this.revoked = revoked;
        this.directory = directory;
        this.paths = paths;
        this.now = now;
    }

    /**
     * Trusts these certificates.
     *
     * @param directory the certificates of the directory, in DER; a certificate that Java cannot read is not trusted
     * @param revoked SHA-256 of the certificates that nodes list as revoked, in lower-case hex
     * @param pins SHA-256 in lower-case hex
     * @param now the instant at which certificates must be valid
     */
    public static TrustedCertificates of(
            Collection<byte[]> directory, Set<String> revoked, Set<String> pins, Instant now) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Set<X509Certificate> own = new HashSet<>();
            for (byte[] der : directory) {
                read(der, factory)
                        .filter(certificate -> !revoked.contains(sha256(certificate)))
                        .ifPresent(own::add);
            }
            return new TrustedCertificates(
                    new TreeSet<>(pins), Set.copyOf(revoked), own, paths(anchors(own, now), now), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<TrustAnchor> anchors(Set<X509Certificate> directory, Instant now)
            throws GeneralSecurityException {
        Set<X509Certificate> trusted = new HashSet<>(directory);
        trusted.addAll(List.of(
                trustManager(TrustManagerFactory.getDefaultAlgorithm(), null).getAcceptedIssuers()));
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate certificate : trusted) {
            // Path validation checks neither the dates nor the extensions of its anchor.
            if (isValid(certificate, now) && maySign(certificate)) {
                anchors.add(new TrustAnchor(certificate, null));
            }
        }
        return anchors;
    }

    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean isRootOfVersion1 = certificate.getVersion() < 3
                && certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        return (certificate.getBasicConstraints() >= 0 || isRootOfVersion1)
                && (usage == null || usage[KEY_CERT_SIGN])
                && certificate.getExtensionValue(NAME_CONSTRAINTS) == null;
    }

    /** Empty if Java cannot read it; Java would not accept it from a server either. */
    private static Optional<X509Certificate> read(byte[] der, CertificateFactory factory) {
        try {
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static Optional<X509TrustManager> paths(Set<TrustAnchor> anchors, Instant now)
            throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            return Optional.empty();
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        return Optional.of(trustManager("PKIX", parameters));
    }

    /** Java's trust manager for these parameters; if they are null, for Java's own trust store. */
    private static X509TrustManager trustManager(String algorithm, PKIXBuilderParameters parameters)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(algorithm);
        if (parameters == null) {
            factory.init((KeyStore) null);
        } else {
            factory.init(new CertPathTrustManagerParameters(parameters));
        }
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /**
     * Why the server is not accepted as the node; empty if it is trusted.
     *
     * @param chain the certificates that the server presents, its own first
     * @param authType Java's name for the key exchange
     */
    List<Message> objections(X509Certificate[] chain, String authType, NodeName node) {
        X509Certificate own = chain[0];
        if (pins.contains(sha256(own))) {
            return List.of();
        }
        List<Message> objections = new ArrayList<>();
        List<String> names = names(own, node.isAddress() ? IP : DNS);
        if (names.stream().noneMatch(name -> isNode(name, node))) {
            objections.add(notNamed(node, names));
        }
        if (!isValid(own, now)) {
            objections.add(
                    own.getNotAfter().toInstant().isBefore(now)
                            ? Message.of("mojo.certificate-expired", "it has expired")
                            : Message.of("mojo.certificate-not-yet-valid", "it is not valid yet"));
        } else if (!directory.contains(own)) {
            unreachable(chain, authType).ifPresent(objections::add);
        }
        for (X509Certificate certificate : chain) {
            if (revoked.contains(sha256(certificate))) {
                objections.add(
                        certificate.equals(own)
                                ? Message.of("mojo.certificate-revoked", "a node lists it as revoked")
                                : Message.of("mojo.ca-revoked", "a node lists its CA certificate as revoked"));
            }
        }
        return objections;
    }

    private static Message notNamed(NodeName node, List<String> names) {
        if (!names.isEmpty()) {
            return Message.of(
                    "mojo.only-other-names",
                    "it does not contain the name {node}, only {names}",
                    "node",
                    node,
                    "names",
                    String.join(", ", Bounds.list(names)));
        }
        return node.isAddress()
                ? Message.of(
                        "mojo.no-address-in-names",
                        "it does not contain the name {node}, and its names include no address",
                        "node",
                        node)
                : Message.of(
                        "mojo.no-dns-name",
                        "it does not contain the name {node}, and its names include no DNS name",
                        "node",
                        node);
    }

    private Optional<Message> unreachable(X509Certificate[] chain, String authType) {
        Object reason = Message.of("mojo.nothing-trusted", "no certificate is trusted");
        if (paths.isPresent()) {
            try {
                paths.get().checkServerTrusted(chain, authType);
                return Optional.empty();
            } catch (CertificateException | IllegalArgumentException e) {
                Throwable deepest = e;
                while (deepest.getCause() != null) {
                    deepest = deepest.getCause();
                }
                reason = Bounds.text(String.valueOf(deepest.getMessage()));
            }
        }
        return Optional.of(Message.of(
                "mojo.certificate-unknown",
                "it is not one of the certificates that the directory or Java trusts, and does not chain to one (Java says: {reason})",
                "reason",
                reason));
    }

    /** Whether putting the certificate or its CA certificate into the directory removes this objection. */
    static boolean isUnknown(Message objection) {
        return objection.key().equals("mojo.certificate-unknown");
    }

    /** Compares whole names, ignoring case: neither a wildcard nor the first label is enough to send a password. */
    private static boolean isNode(String name, NodeName node) {
        NodeName named = new NodeName(name);
        return node.isAddress() ? named.sameAs(node) : named.value().equalsIgnoreCase(node.value());
    }

    private static List<String> names(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            List<String> names = new ArrayList<>();
            for (List<?> entry : all == null ? List.<List<?>>of() : all) {
                if (entry.get(0).equals(kind)) {
                    names.add(String.valueOf(entry.get(1)));
                }
            }
            return names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    /** SHA-256 of its DER, in hex. */
    static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pins and this certificate, in the form of the parameter {@code pins}. */
    String pinsWith(String sha256) {
        Set<String> all = new TreeSet<>(pins);
        all.add(sha256);
        return String.join(",", all);
    }
}
