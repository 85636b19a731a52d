package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.GoodSet;

/** Answers as the servers send them. */
public final class Answers {
    private Answers() {}

    /** The answer of a node with tomcat's certificate, its CSR, and two CA certificates. */
    public static String of(String server) {
        GoodSet set = GoodSet.of(server);
        return "{\"trackingId\":\"4711\",\"server\":\"" + server + "\",\"identities\":[{\"service\":\"tomcat\","
                + "\"certificate\":" + quoted(set.leaf().pem()) + ",\"csr\":"
                + quoted(set.csr().pem()) + "}],"
                + "\"trusts\":[{\"service\":\"tomcat\",\"certificate_data\":["
                + stored(set.root()) + "," + stored(set.intermediate()) + "]}],\"revokedCertificates\":[]}";
    }

    static String stored(Cert cert) {
        return "{\"filename\":\"" + cert.serial() + ".pem\",\"certificate\":" + quoted(cert.pem()) + "}";
    }

    static String quoted(String pem) {
        return "\"" + pem.replace("\n", "\\n") + "\"";
    }
}
