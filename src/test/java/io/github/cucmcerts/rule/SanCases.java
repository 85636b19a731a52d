package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.IMP;
import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;

final class SanCases {
    private static final GoodSet REQUESTED = requesting("DNS:" + PUB, "DNS:example.com", "IP:10.1.2.3");

    static final List<Case> ALL = List.of(
            clean("san-node-missing", "an address in another notation")
                    .in(tree -> tree.set(
                            MULTI + "/cup-xmpp",
                            GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + IMP, "IP:2001:db8::2")))))
                    .presence(IMP, "2001:db8::2")
                    .topics(Topic.SAN),
            found("san-node-missing", "an email address is not a node")
                    .in(tree -> tree.set(
                            MULTI + "/tomcat",
                            GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "email:" + SUB)))))
                    .topics(Topic.SAN),
            clean("san-node-missing", "one node written twice is not a second node")
                    .in(tree -> tree.set(TOMCAT))
                    .publisher("cucm-pub")
                    .presence(PUB),
            clean("san-differs-in-form", "the same forms in another order")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GoodSet.of(PUB)
                                    .csr(Csr.of(
                                            PUB,
                                            with -> with.san("DNS:" + PUB, "DNS:A.example.com", "DNS:a.example.com")))
                                    .leaf(with -> with.san("DNS:a.example.com", "DNS:A.example.com", "DNS:" + PUB)))),
            found("san-malformed", "only the certificate has the name")
                    .in(tree -> tree.set(
                            TOMCAT, requesting("DNS:" + PUB).leaf(with -> with.san("DNS:" + PUB, "DNS:https://x")))),
            found("san-malformed", "an entry that cannot be decoded")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san("DNS:" + PUB, "DER:A203020105"))))),
            clean("san-lacks-common-name", "the short name of a node in its domain")
                    .in(tree -> tree.set(
                            "cucm-pub/tomcat",
                            GoodSet.of("cucm-pub").csr(Csr.of("cucm-pub", with -> with.san("DNS:" + PUB))))),
            clean("san-lacks-common-name", "an ECDSA name of a single node")
                    .in(tree -> tree.set(
                            PUB + "/tomcat-ECDSA",
                            GoodSet.ecdsa(PUB)
                                    .csr(Csr.of(
                                            "cucm-pub-EC.example.com",
                                            with -> with.key(Keys.ec(PUB)).san("DNS:" + PUB)))))
                    .topics(Topic.SAN),
            clean("san-lacks-common-name", "CAPF's common name is not a host name")
                    .in(tree -> tree.set(
                            PUB + "/CAPF",
                            GoodSet.capf("CAPF-1a2b3c4d").csr(Csr.of("CAPF-1a2b3c4d", with -> with.san("DNS:" + PUB)))))
                    .topics(Topic.SAN),
            found("san-missing", "the parent domain is dropped")
                    .in(tree -> tree.set(TOMCAT, REQUESTED.leaf(with -> with.san("DNS:" + PUB, "IP:10.1.2.3")))),
            found("san-missing", "another address")
                    .in(tree -> tree.set(
                            TOMCAT, REQUESTED.leaf(with -> with.san("DNS:" + PUB, "DNS:example.com", "IP:10.1.2.4")))),
            found("san-missing", "an IPv4 address, and the IPv6 address that maps it")
                    .in(tree -> tree.set(
                            TOMCAT,
                            REQUESTED.leaf(with -> with.san(
                                    "DNS:" + PUB, "DNS:example.com", "DER:871000000000000000000000ffff0a010203")))),
            found("san-missing", "a name of another type is dropped")
                    .in(tree -> tree.set(
                            TOMCAT,
                            requesting("DNS:" + PUB, "URI:sip:a@example.com").leaf(with -> with.san("DNS:" + PUB)))),
            found("san-missing", "all names are dropped")
                    .in(tree ->
                            tree.set(TOMCAT, REQUESTED.leaf(with -> with.without(Extension.subjectAlternativeName)))),
            found("san-missing", "a name of Other Domains is dropped")
                    .in(tree -> tree.set(
                            MULTI + "/tomcat",
                            multi("DNS:" + PUB, "DNS:" + SUB, "DNS:voice.example.org")
                                    .leaf(with -> with.san("DNS:" + PUB, "DNS:" + SUB)))),
            found("san-missing", "an address is dropped")
                    .in(tree -> tree.set(TOMCAT, REQUESTED.leaf(with -> with.san("DNS:" + PUB, "DNS:example.com")))),
            clean("san-missing", "the names in another order")
                    .in(tree -> tree.set(
                            TOMCAT, REQUESTED.leaf(with -> with.san("IP:10.1.2.3", "DNS:" + PUB, "DNS:example.com")))),
            found("san-added", "an additional name")
                    .in(tree ->
                            tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB)))),
            found("san-added", "the same name in another type")
                    .in(tree -> tree.set(
                            TOMCAT, GoodSet.of(PUB).leaf(with -> with.san("DNS:" + PUB, "URI:https://" + PUB)))),
            found("san-added", "an address")
                    .in(tree -> tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.san("DNS:" + PUB, "IP:10.1.2.4")))),
            found("san-added", "the parent domain")
                    .in(tree ->
                            tree.set(TOMCAT, GoodSet.of(PUB).leaf(with -> with.san("DNS:" + PUB, "DNS:example.com")))),
            found("san-added", "two names for one node, which has one alternatehostname")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GoodSet.of(PUB).leaf(with -> with.san("DNS:" + PUB, "DNS:www." + PUB, "IP:10.1.2.4")))),
            found("san-added", "a name and an address in a multi-server certificate")
                    .in(tree -> tree.set(
                            MULTI + "/tomcat",
                            multi("DNS:" + PUB, "DNS:" + SUB)
                                    .leaf(with ->
                                            with.san("DNS:" + PUB, "DNS:" + SUB, "DNS:" + MULTI, "IP:10.1.2.4")))),
            clean("san-added", "the CSR requests no names")
                    .in(tree -> tree.set(TOMCAT, requesting().leaf(with -> with.san("DNS:" + PUB)))),
            found("san-unrequested", "the CSR has no SAN extension")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GoodSet.of(PUB)
                                    .csr(Csr.of(PUB, with -> with.without(Extension.subjectAlternativeName)))
                                    .leaf(with -> with.san("DNS:" + PUB)))),
            clean("san-unrequested", "neither CSR nor leaf has names").in(tree -> tree.set(TOMCAT, requesting())),
            found("san-differs-in-form", "another case")
                    .in(tree -> tree.set(
                            TOMCAT, REQUESTED.leaf(with -> with.san("DNS:" + PUB, "DNS:Example.com", "IP:10.1.2.3")))),
            found("san-differs-in-form", "a trailing dot")
                    .in(tree -> tree.set(
                            TOMCAT, REQUESTED.leaf(with -> with.san("DNS:" + PUB, "DNS:example.com.", "IP:10.1.2.3")))),
            found("san-differs-in-form", "a repeated entry")
                    .in(tree -> tree.set(
                            TOMCAT,
                            REQUESTED.leaf(
                                    with -> with.san("DNS:" + PUB, "DNS:example.com", "DNS:" + PUB, "IP:10.1.2.3")))),
            clean("san-differs-in-form", "equal names in another order")
                    .in(tree -> tree.set(
                            TOMCAT, REQUESTED.leaf(with -> with.san("DNS:example.com", "IP:10.1.2.3", "DNS:" + PUB)))),
            clean("san-differs-in-form", "two trailing dots are another name")
                    .in(tree -> tree.set(
                            TOMCAT,
                            REQUESTED.leaf(with -> with.san("DNS:" + PUB, "DNS:example.com..", "IP:10.1.2.3")))),
            found("san-wildcard", "in a subject alternative name")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:*.example.com"))),
            found("san-wildcard", "the CSR does not request it")
                    .in(tree -> tree.set(
                            TOMCAT, GoodSet.of(PUB).leaf(with -> with.san("DNS:" + PUB, "DNS:*.example.com")))),
            found("san-wildcard", "without a CSR")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:*.example.com"))
                            .without(TOMCAT + "/tomcat.csr")),
            found("san-wildcard", "in the common name")
                    .in(tree -> tree.set(
                            TOMCAT,
                            GoodSet.of(PUB)
                                    .csr(Csr.of(
                                            "*.example.com",
                                            with -> with.key(Keys.rsa(PUB)).san("DNS:" + PUB))))),
            clean("san-wildcard", "federation")
                    .in(tree ->
                            tree.set(IMP + "/cup-xmpp-s2s", GoodSet.ipsec(IMP).csr(federation())))
                    .presence(IMP),
            found("san-wildcard", "presence without federation")
                    .in(tree -> tree.set(IMP + "/cup-xmpp", GoodSet.ipsec(IMP).csr(federation())))
                    .presence(IMP),
            found("san-node-missing", "tomcat on all nodes")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB, "DNS:" + SUB)))
                    .presence(IMP),
            clean("san-node-missing", "every node is named")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB, "DNS:" + SUB, "DNS:" + IMP)))
                    .presence(IMP),
            clean("san-node-missing", "by short and upper-case names")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:cucm-pub", "DNS:CUCM-SUB1.example.com"))),
            clean("san-node-missing", "the names of another cluster")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:a.example.com", "DNS:b.example.com"))),
            found("san-node-missing", "TVS on all nodes except presence")
                    .in(tree -> tree.set(MULTI + "/TVS", multi("DNS:" + PUB)))
                    .presence(IMP),
            clean("san-node-missing", "TVS without presence")
                    .in(tree -> tree.set(MULTI + "/TVS", multi("DNS:" + PUB, "DNS:" + SUB)))
                    .presence(IMP),
            found("san-node-missing", "cup-xmpp on all presence nodes")
                    .in(tree -> tree.set(MULTI + "/cup-xmpp", presence("DNS:" + IMP)))
                    .presence(IMP, "imp2.example.com"),
            clean("san-node-missing", "cup-xmpp only on presence nodes")
                    .in(tree -> tree.set(MULTI + "/cup-xmpp", presence("DNS:" + IMP)))
                    .presence(IMP),
            found("san-callmanager-node-missing", "a subscriber is left out")
                    .in(tree -> tree.set(MULTI + "/CallManager", multi("DNS:" + PUB))),
            clean("san-callmanager-node-missing", "the presence node is left out")
                    .in(tree -> tree.set(MULTI + "/CallManager", multi("DNS:" + PUB, "DNS:" + SUB)))
                    .presence(IMP),
            clean("san-callmanager-node-missing", "tomcat is another rule")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB))),
            found("san-lacks-common-name", "only the parent domain")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:example.com"))),
            found("san-lacks-common-name", "a CSR without a certificate yet")
                    .in(tree -> tree.file(
                            TOMCAT + "/tomcat.csr",
                            requesting("DNS:example.com").csr())),
            clean("san-lacks-common-name", "a CSR that requests no names, which the CA may add")
                    .in(tree -> tree.file(TOMCAT + "/tomcat.csr", requesting().csr())),
            clean("san-lacks-common-name", "in another case")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:example.com", "DNS:CUCM-PUB.example.com"))),
            clean("san-lacks-common-name", "a multi-server certificate")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB, "DNS:" + SUB))),
            found("identity-changes", "a name is lost")
                    .in(tree -> tree.set(TOMCAT)
                            .file(
                                    "deployed/" + TOMCAT + "/old.pem",
                                    identity(PUB, "DNS:" + PUB, "DNS:old.example.com"))),
            found("identity-changes", "a multi-server certificate loses a name")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB, "DNS:" + SUB))
                            .file(
                                    "deployed/" + MULTI + "/tomcat/old.pem",
                                    identity(MULTI, "DNS:" + PUB, "DNS:" + SUB, "DNS:old.example.com"))),
            found("identity-changes", "the common name is lost")
                    .in(tree -> tree.set(TOMCAT)
                            .file("deployed/" + TOMCAT + "/old.pem", identity("old.example.com", "DNS:" + PUB))),
            clean("identity-changes", "a name is added, and the case differs")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:new.example.com"))
                            .file(
                                    "deployed/" + TOMCAT + "/old.pem",
                                    identity("CUCM-PUB.example.com", "DNS:CUCM-PUB.example.com"))),
            found("node-not-named", "only the host name").in(tree -> tree.set("cucm-pub/tomcat", shortNamed())),
            found("node-not-named", "only the host name, in Common Criteria mode")
                    .in(tree -> tree.set("cucm-pub/tomcat", shortNamed()))
                    .commonCriteria(),
            clean("node-not-named", "in another case, with a trailing dot")
                    .in(tree -> tree.set("cucm-pub/tomcat", requesting("DNS:cucm-pub", "DNS:CUCM-PUB.example.com."))),
            clean("node-not-named", "a node that is configured by its host name")
                    .in(tree -> tree.set("cucm-pub/tomcat", shortNamed()))
                    .publisher("cucm-pub")
                    .commonCriteria(),
            clean("node-not-named", "a node that is configured by its address")
                    .in(tree -> tree.set("10.1.2.3/tomcat", shortNamed()))
                    .publisher("10.1.2.3")
                    .commonCriteria(),
            clean("node-not-named", "a node that is not configured")
                    .in(tree -> tree.set("cucm-sub9/tomcat", GoodSet.of("cucm-sub9"))),
            clean("node-not-named", "a host name that two configured nodes have")
                    .in(tree -> tree.set("cucm-pub/tomcat", shortNamed()))
                    .presence("cucm-pub.example.org"),
            found("node-not-named", "no folder: the node comes from the common name")
                    .in(tree -> tree.set("tomcat", shortNamed()))
                    .topics(Topic.SAN),
            found("node-not-named", "another domain, and CallManager-ECDSA")
                    .in(tree -> tree.set(
                            PUB + "/CallManager-ECDSA",
                            GoodSet.ecdsa(PUB)
                                    .csr(Csr.of(
                                            "cucm-pub-EC.example.org",
                                            with -> with.key(Keys.ec(PUB)).san("DNS:cucm-pub.example.org"))))),
            found("node-not-named", "the CSR lacks what the CA added")
                    .in(tree -> tree.set(
                            "cucm-pub/tomcat", shortNamed().leaf(with -> with.san("DNS:cucm-pub", "DNS:" + PUB)))),
            clean("node-not-named", "the CSR requests no names, and the CA adds the name")
                    .in(tree -> tree.set(TOMCAT, requesting().leaf(with -> with.san("DNS:" + PUB)))),
            clean("node-not-named", "ipsec is not checked")
                    .in(tree -> tree.set(
                            "cucm-pub/ipsec",
                            GoodSet.of("cucm-pub")
                                    .csr(Csr.of(
                                            "cucm-pub",
                                            with -> with.extendedKeyUsage(
                                                    "serverAuth", "clientAuth", "ipsecEndSystem"))))),
            clean("node-not-named", "the SAN lacks the common name, which another rule reports")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:example.com"))),
            clean("node-not-named", "another node's CSR, which another rule reports")
                    .in(tree -> tree.set(TOMCAT, GoodSet.of(SUB)))
                    .commonCriteria(),
            clean("node-not-named", "another node's certificate without its CSR")
                    .in(tree ->
                            tree.file(TOMCAT + "/tomcat.pem", GoodSet.of(SUB).leaf()))
                    .topics(Topic.SAN),
            clean("node-not-named", "the certificate of a set of another purpose")
                    .in(tree -> tree.file(
                                    "cucm-pub/CallManager/c.csr", shortNamed().csr())
                            .file("cucm-pub/tomcat/tomcat.pem", shortNamed().leaf()))
                    .purposes(Purpose.TOMCAT)
                    .topics(Topic.SAN),
            found("node-not-named", "a certificate without a CSR")
                    .in(tree ->
                            tree.file("cucm-pub/tomcat/tomcat.pem", shortNamed().leaf()))
                    .topics(Topic.SAN),
            clean("node-not-named", "a multi-server certificate with host names")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:cucm-pub", "DNS:" + SUB))),
            found("node-not-named", "a multi-server certificate with host names, in Common Criteria mode")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:cucm-pub", "DNS:" + SUB)))
                    .commonCriteria(),
            clean("node-not-named", "a node that the multi-server names leave out, which another rule reports")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB)))
                    .commonCriteria(),
            found("node-not-named", "the names of another cluster, in Common Criteria mode")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:a.example.com", "DNS:b.example.com")))
                    .commonCriteria(),
            found("node-not-named", "CallManager on all nodes except presence, in Common Criteria mode")
                    .in(tree -> tree.set(MULTI + "/CallManager", multi("DNS:" + PUB)))
                    .presence(IMP)
                    .commonCriteria(),
            found(
                            "node-not-named",
                            "CallManager on one node, and another that is configured by its host name is left out")
                    .in(tree -> tree.set(MULTI + "/CallManager", multi("DNS:cucm-sub1")))
                    .publisher("cucm-pub")
                    .commonCriteria(),
            clean("node-not-named", "CallManager without presence, in Common Criteria mode")
                    .in(tree -> tree.set(MULTI + "/CallManager", multi("DNS:" + PUB, "DNS:" + SUB)))
                    .presence(IMP)
                    .commonCriteria(),
            found("xmpp-domain-missing", "a wildcard is not a domain")
                    .in(tree ->
                            tree.set(IMP + "/cup-xmpp-s2s", GoodSet.ipsec(IMP).csr(federation())))
                    .presence(IMP)
                    .xmppDomains("example.com", "chat.example.com"),
            found("xmpp-domain-missing", "a CSR with an EC key, without a certificate yet")
                    .in(tree -> tree.file(
                            IMP + "/cup-xmpp-s2s-ECDSA/a.csr",
                            Csr.of(
                                    IMP,
                                    with -> with.key(Keys.ec(IMP))
                                            .san("DNS:" + IMP)
                                            .extendedKeyUsage("serverAuth", "clientAuth", "ipsecEndSystem"))))
                    .presence(IMP)
                    .xmppDomains("example.com"),
            clean("xmpp-domain-missing", "the domain in another case")
                    .in(tree ->
                            tree.set(IMP + "/cup-xmpp-s2s", GoodSet.ipsec(IMP).csr(federation("DNS:Example.COM"))))
                    .presence(IMP)
                    .xmppDomains("example.com"),
            clean("xmpp-domain-missing", "cup-xmpp is not for federation")
                    .in(tree -> tree.set(IMP + "/cup-xmpp", GoodSet.ipsec(IMP)))
                    .presence(IMP)
                    .xmppDomains("example.com"),
            found("san-ip-in-multi-server", "an address")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi("DNS:" + PUB, "DNS:" + SUB, "IP:10.1.2.3"))),
            clean("san-ip-in-multi-server", "an address in a single-server certificate")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "IP:10.1.2.3"))),
            found("san-malformed", "a URL").in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:https://x"))),
            found("san-malformed", "an address as a name")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:10.1.2.3"))),
            found("san-malformed", "a space")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:a b.example.com"))),
            found("san-malformed", "bytes outside ASCII")
                    .in(tree -> tree.set(TOMCAT, requesting("DNS:" + PUB, "DER:8206fc622e636f6d"))),
            clean("san-malformed", "a name with digits, and a name with one label")
                    .in(tree ->
                            tree.set(TOMCAT, requesting("DNS:" + PUB, "DNS:10-1-2-3.example.com", "DNS:cucm_pub"))));

    private SanCases() {}

    private static GoodSet requesting(String... names) {
        return GoodSet.of(PUB).csr(Csr.of(PUB, with -> with.san(names)));
    }

    private static GoodSet multi(String... names) {
        return GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san(names)));
    }

    private static GoodSet presence(String... names) {
        return GoodSet.of(MULTI)
                .csr(Csr.of(
                        MULTI, with -> with.san(names).extendedKeyUsage("serverAuth", "clientAuth", "ipsecEndSystem")));
    }

    /** The publisher's set, with only its host name. */
    private static GoodSet shortNamed() {
        return GoodSet.of("cucm-pub");
    }

    private static Csr federation(String... more) {
        return Csr.of(
                IMP,
                with -> with.san(Stream.concat(Stream.of("DNS:" + IMP, "DNS:*.example.com"), Stream.of(more))
                                .toArray(String[]::new))
                        .extendedKeyUsage("serverAuth", "clientAuth", "ipsecEndSystem"));
    }

    private static Cert identity(String commonName, String... names) {
        return Cert.selfSigned(
                Csr.of(commonName, with -> with.key(Keys.rsa(PUB)).san(names)));
    }
}
