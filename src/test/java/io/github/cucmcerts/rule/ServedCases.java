package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.MULTI;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.inventory.Certificate;
import io.github.cucmcerts.scan.Certificates;
import io.github.cucmcerts.text.Glob;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.ProbeResult;
import io.github.cucmcerts.waiver.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** These cases define what the nodes serve. Other tests check how it is read. */
final class ServedCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final GoodSet OTHER = GoodSet.of(SUB);
    private static final GoodSet EC = GoodSet.ecdsa(PUB);
    private static final Cert OLD = GOOD.intermediate().sign(Csr.of(PUB, with -> with.key(Keys.rsa("old"))));
    private static final Cert SELF_SIGNED =
            Cert.selfSigned(Csr.of("unknown.example.com"), with -> with.valid("2020-01-01", "2026-12-01"));
    private static final Cert NAMELESS =
            Cert.selfSigned(Csr.of("", with -> with.subject("O=Example").key(Keys.rsa("old"))));
    private static final GoodSet EXPIRED = GOOD.leaf(with -> with.valid("2024-01-01", "2026-11-01"));
    private static final GoodSet EARLY = GOOD.leaf(with -> with.valid("2027-01-01", "2028-01-01"));
    private static final ProbeResult CLOSED = new ProbeResult.Closed(
            Message.value("it refused the connection to cucm-pub.example.com:1"),
            Message.value("Make sure that the service runs."));
    private static final ProbeResult REFUSED =
            new ProbeResult.NoSuchKey(Message.value("TLS 1.2: it sent the alert handshake_failure(40)"));

    private static final Waiver WAIVER = new Waiver(
            "served-differs",
            Optional.of(new Glob("**")),
            Optional.empty(),
            new Acceptance("Restarts tonight", LocalDate.parse("2026-12-01")),
            Message.of("reason.the-pom", "the POM"));

    static final List<Case> ALL = List.of(
            found("served-differs", "still the deployed certificate")
                    .in(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/now.pem", OLD))
                    .release("12.5")
                    .seeing(endpoint -> served(OLD, GOOD.intermediate())),
            found("served-differs", "on one of two ports")
                    .in(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/now.pem", OLD))
                    .seeing(endpoint -> endpoint.port().number() == 443
                            ? served(OLD, GOOD.intermediate())
                            : served(GOOD.leaf(), GOOD.intermediate())),
            found("served-differs", "a leaf that is also in deployed is not served")
                    .in(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/now.pem", GOOD.leaf()))
                    .seeing(endpoint -> served(OLD)),
            found("served-differs", "what another node of the set had before")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi())
                            .file("deployed/" + PUB + "/tomcat/now.pem", OLD)
                            .file("deployed/" + SUB + "/tomcat/now.pem", OTHER.leaf()))
                    .seeing(endpoint -> endpoint.node().value().equals(SUB)
                            ? served(OLD, GOOD.intermediate())
                            : served(multi().leaf(), GOOD.intermediate())),
            found("served-differs", "the deployed certificate of a flat directory")
                    .in(tree -> tree.file("tomcat.csr", GOOD.csr())
                            .file("tomcat.pem", GOOD.leaf())
                            .file("ca/intermediate.pem", GOOD.intermediate())
                            .file("ca/root.pem", GOOD.root())
                            .file("deployed/tomcat.pem", OLD))
                    .seeing(endpoint -> served(OLD, GOOD.intermediate())),
            found("served-differs", "the deployed certificate in the folder of a multi-server set")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi()).file("deployed/" + MULTI + "/tomcat/now.pem", OLD))
                    .seeing(endpoint -> served(OLD, GOOD.intermediate())),
            found("served-differs", "in mixed mode, the CTL file comes before the restarts")
                    .in(tree -> tree.set(PUB + "/CallManager", GOOD))
                    .release("12.5")
                    .mixedMode()
                    .seeing(endpoint -> served(OLD, GOOD.intermediate())),
            found("served-differs", "self-signed without a common name")
                    .in(tree -> tree.set(TOMCAT, GOOD))
                    .seeing(endpoint -> served(NAMELESS)),
            found("served-differs", "the certificate of another node")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD).set(SUB + "/TVS", OTHER))
                    .seeing(endpoint -> served(OTHER.leaf(), OTHER.intermediate())),
            found("served-differs", "self-signed, expired, with another name, over old TLS")
                    .in(tree -> tree.set(PUB + "/CallManager", GOOD))
                    .release("14SU2")
                    .seeing(endpoint -> new ProbeResult.Served(
                            sent(SELF_SIGNED), false, Optional.of(Message.value("TLS 1.0 only")))),
            found("served-differs", "an unknown certificate on both nodes of a multi-server set")
                    .in(tree -> tree.set(MULTI + "/tomcat", multi()))
                    .seeing(endpoint ->
                            served(OTHER.intermediate().sign(Csr.of(PUB, with -> with.key(Keys.rsa("x")))))),
            clean("served-differs", "the leaf")
                    .in(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/now.pem", OLD))
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate())),
            clean("served-differs", "the leaf of a deployed set")
                    .in(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/now.pem", GOOD.leaf()))
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate(), GOOD.root())),
            clean("served-differs", "a blocked set is not checked")
                    .in(tree -> tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.csr"))
                    .seeing(endpoint -> served(OLD)),
            clean("served-differs", "a set without a leaf")
                    .in(tree -> tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.pem"))
                    .seeing(endpoint -> served(OLD)),
            found("served-unreachable", "no connection")
                    .in(tree -> tree.set(PUB + "/CAPF", GoodSet.capf(PUB)))
                    .seeing(endpoint -> new ProbeResult.Failed(
                            Message.value("it accepted no connection within 10 s at cucm-pub.example.com:3804"),
                            Message.value("Make sure that the service runs."))),
            found("served-unreachable", "a service that does not run on every node refuses the connection")
                    .in(tree -> tree.set(PUB + "/CAPF", GoodSet.capf(PUB)))
                    .seeing(endpoint -> CLOSED),
            found("served-unreachable", "a service that runs on every node refuses the connection")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> CLOSED),
            found("served-unreachable", "no certificate with an EC key for CallManager-ECDSA")
                    .in(tree -> tree.set(PUB + "/CallManager-ECDSA", EC))
                    .release("12.5")
                    .seeing(endpoint -> REFUSED),
            found("served-unreachable", "no certificate with an RSA key")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> REFUSED),
            clean("served-unreachable", "no certificate with an EC key")
                    .in(tree -> tree.set(PUB + "/tomcat-ECDSA", EC))
                    .seeing(endpoint -> REFUSED),
            found("served-expired", "a deployed certificate that expired")
                    .in(tree -> tree.set(TOMCAT, EXPIRED).file("deployed/" + TOMCAT + "/now.pem", EXPIRED.leaf()))
                    .seeing(endpoint -> served(EXPIRED.leaf(), GOOD.intermediate())),
            found("served-expired", "a deployed certificate that is not valid yet")
                    .in(tree -> tree.set(TOMCAT, EARLY).file("deployed/" + TOMCAT + "/now.pem", EARLY.leaf()))
                    .seeing(endpoint -> served(EARLY.leaf(), GOOD.intermediate())),
            clean("served-expired", "a valid certificate")
                    .in(tree -> tree.set(TOMCAT, GOOD))
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate())),
            clean("served-expired", "another certificate that expired")
                    .in(tree -> tree.set(TOMCAT, GOOD))
                    .seeing(endpoint -> served(SELF_SIGNED)),
            found("served-chain-incomplete", "a certificate that is not needed")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate(), OLD)),
            clean("served-chain-incomplete", "in TLS 1.3, another order and a certificate that is not needed")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> new ProbeResult.Served(
                            sent(GOOD.leaf(), GOOD.root(), OLD, GOOD.intermediate()), true, Optional.empty())),
            found("served-chain-incomplete", "the leaf only")
                    .in(tree -> tree.set(TOMCAT, GOOD))
                    .seeing(endpoint -> endpoint.port().number() == 443
                            ? served(GOOD.leaf())
                            : served(GOOD.leaf(), GOOD.intermediate())),
            found("served-chain-incomplete", "the root before the intermediate")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.root(), GOOD.intermediate())),
            clean("served-chain-incomplete", "without the root")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate())),
            clean("served-chain-incomplete", "another certificate of the same CA")
                    .in(tree -> tree.set(PUB + "/TVS", GOOD))
                    .seeing(endpoint -> served(
                            GOOD.leaf(),
                            GOOD.root()
                                    .intermediate(
                                            "Example Issuing CA", with -> with.valid("2021-01-01", "2041-01-01")))),
            found("served-not-seen", "ipsec")
                    .in(tree -> tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB)))
                    .seeing(endpoint -> served(OLD)),
            found("served-not-seen", "EC ciphers are off")
                    .in(tree -> tree.set(PUB + "/tomcat-ECDSA", EC))
                    .seeing(endpoint -> REFUSED),
            found("served-not-seen", "EC ciphers are off on an IM and Presence node")
                    .in(tree -> tree.set(PUB + "/tomcat-ECDSA", EC))
                    .publisher(SUB)
                    .presence(PUB)
                    .seeing(endpoint -> REFUSED),
            clean("served-not-seen", "EC ciphers are on")
                    .in(tree -> tree.set(PUB + "/tomcat-ECDSA", EC))
                    .seeing(endpoint -> served(EC.leaf(), EC.intermediate())),
            clean("served-not-seen", "a blocked ipsec set")
                    .in(tree -> tree.set(PUB + "/ipsec", GoodSet.ipsec(PUB)).without(PUB + "/ipsec/ipsec.csr"))
                    .seeing(endpoint -> served(OLD)),
            found("waiver-unused", "of a node that serves the planned certificate")
                    .in(tree -> tree.set(TOMCAT, GOOD))
                    .waiver(WAIVER)
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate())),
            clean("waiver-unused", "of a set that is not checked")
                    .in(tree -> tree.set(TOMCAT, GOOD).without(TOMCAT + "/tomcat.csr"))
                    .waiver(WAIVER)
                    .seeing(endpoint -> served(GOOD.leaf(), GOOD.intermediate())),
            clean("waiver-unused", "of a node that serves another certificate")
                    .in(tree -> tree.set(TOMCAT, GOOD))
                    .waiver(WAIVER)
                    .seeing(endpoint -> served(OLD)));

    private ServedCases() {}

    private static GoodSet multi() {
        return GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:" + SUB)));
    }

    private static ProbeResult served(Cert... chain) {
        return new ProbeResult.Served(sent(chain), false, Optional.empty());
    }

    private static List<Certificate> sent(Cert... chain) {
        return Stream.of(chain)
                .map(cert -> Certificates.of(cert.der(), "served").orElseThrow())
                .toList();
    }
}
