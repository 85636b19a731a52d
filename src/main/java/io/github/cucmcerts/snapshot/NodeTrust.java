package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.text.Message;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Ends the handshake with a server that is not the node, before anything is sent. */
final class NodeTrust extends X509ExtendedTrustManager {
    private final NodeName node;
    private final TrustedCertificates trusted;

    NodeTrust(NodeName node, TrustedCertificates trusted) {
        this.node = node;
        this.trusted = trusted;
    }

    /** Why a server is not accepted as the node. */
    static final class Refused extends CertificateException {
        private final transient X509Certificate certificate;
        private final transient List<Message> objections;

        Refused(X509Certificate certificate, List<Message> objections) {
            super("refused");
            this.certificate = certificate;
            this.objections = objections;
        }

        X509Certificate certificate() {
            return certificate;
        }

        List<Message> objections() {
            return objections;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        List<Message> objections = trusted.objections(chain, authType, node);
        if (!objections.isEmpty()) {
            throw new Refused(chain[0], objections);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
