package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.IMP;
import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.fixture.Cert;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Keys;
import io.github.cucmcerts.fixture.Pem;
import io.github.cucmcerts.fixture.Session;
import io.github.cucmcerts.fixture.Session.Row;
import io.github.cucmcerts.fixture.Snapshot;
import io.github.cucmcerts.fixture.Tree;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class DeployedCases {
    private static final GoodSet GOOD = GoodSet.of(PUB);
    private static final Cert OLD = Cert.selfSigned(Csr.of(PUB, with -> with.key(Keys.rsa("old"))));
    private static final Cert OLDER = Cert.selfSigned(Csr.of(PUB, with -> with.key(Keys.rsa("older"))));
    private static final Cert OTHERS = Cert.selfSigned(Csr.of("other.example.com"));
    private static final Cert ROOT = Cert.root("Trusted Root CA");
    private static final String SUB_JSON = Snapshot.of(SUB).pretty();
    private static final String OTHER_CLUSTER =
            Snapshot.of("other.example.com").trust("tomcat", ROOT).pretty();

    static final List<Case> ALL = List.of(
            found("export-unassigned", "a service that CUCM does not have")
                    .in(rest(snapshot -> snapshot.identity("tomcats", OLD).trust("tomcat-trusts", ROOT, OTHERS))),
            clean("export-unassigned", "services and stores without an upload set")
                    .in(rest(snapshot -> snapshot.identity("ITLRecovery", OLD)
                            .identity("authz", OLD)
                            .trust("Phone-SAST-trust", ROOT)
                            .trust("Phone-VPN", ROOT)
                            .trust("directory-trust", ROOT)
                            .trust("ITLRecovery-trust", ROOT))),
            clean("export-unassigned", "certificates and CSRs that are empty or missing")
                    .in(rest(snapshot ->
                            snapshot.identity("CAPF", "", "").trust("CAPF").without("revokedCertificates"))),
            found("export-unassigned", "an identity without a service")
                    .in(deployed(
                            "pub.json",
                            Snapshot.of(PUB).identity("tomcat", OLD).pretty().replace("\"service\"", "\"services\""))),
            found("export-unassigned", "an answer that is an error message")
                    .in(deployed(
                            "pub.json", "{\"trackingId\": \"1\",\n \"errors\": [{\"message\": \"not allowed\"}]}")),
            found("export-unassigned", "an answer of two servers")
                    .in(deployed(
                            "pub.json",
                            Snapshot.of(PUB)
                                    .pretty()
                                    .replaceFirst("\"identities\"", "\"server\": \"" + SUB + "\", \"identities\""))),
            found("export-unassigned", "parts of an answer with another form")
                    .in(deployed(
                            "pub.json",
                            "{\"server\": \"" + PUB
                                    + "\",\n\"takenAt\": \"yesterday\",\n\"identities\": {},\n\"trusts\": [1,\n"
                                    + "{\"service\": 7}]}")),
            found("export-unassigned", "a CSR instead of a certificate")
                    .in(rest(snapshot -> snapshot.identity("tomcat", GOOD.csr().pem(), ""))),
            found("export-unassigned", "two exports with different identities of one slot")
                    .in(tree -> rest(snapshot -> snapshot.identity("tomcat", OLD))
                            .accept(tree.file(
                                    "deployed/old.json",
                                    Snapshot.of("CUCM-PUB")
                                            .identity("tomcat", OLDER)
                                            .pretty()))),
            found("export-unassigned", "a session in the folder of the short name, and an answer with the full name")
                    .in(tree -> rest(snapshot -> snapshot.identity("tomcat", OLD))
                            .accept(tree.file(
                                    "deployed/cucm-pub/old.txt",
                                    Session.begin().own("tomcat", OLDER).text()))),
            clean("export-unassigned", "two exports with one identity")
                    .in(tree -> rest(snapshot -> snapshot.identity("tomcat", OLD))
                            .accept(tree.file(
                                    "deployed/old.json",
                                    Snapshot.of("CUCM-PUB")
                                            .identity("tomcat", OLD)
                                            .pretty()))),
            found("export-unassigned", "two different CSRs of one slot")
                    .in(rest(snapshot -> snapshot.csr("ipsec", GOOD.csr())
                            .csr("ipsec", Csr.of(PUB, with -> with.key(Keys.rsa("old")))))),
            found("export-unassigned", "a block without its command")
                    .in(deployed(
                            PUB + ".txt",
                            Session.begin()
                                    .print(ROOT.pem())
                                    .own("tomcat", OLD)
                                    .type("show version active")
                                    .print(OTHERS.pem())
                                    .text())),
            found("export-unassigned", "a session that is not named after a node")
                    .in(deployed(
                            "monday.txt", Session.begin().own("tomcat", OLD).text())),
            found("export-unassigned", "a session in a folder that is not named after a node")
                    .in(deployed(
                            "monday/session.txt",
                            Session.begin().own("tomcat", OLD).text())),
            found("export-unassigned", "a session whose prompt is not one of CUCM's")
                    .in(deployed(PUB + ".txt", strange())),
            clean("export-unassigned", "the same in the folder of its purpose")
                    .in(deployed(PUB + "/tomcat/tomcat.txt", strange())),
            clean("export-unassigned", "a session with a time stamp before each prompt")
                    .in(deployed(
                            PUB + ".txt",
                            Session.with("[2026-11-20 10:00:00] admin:")
                                    .own("tomcat", OLD)
                                    .text())),
            clean("export-unassigned", "a session with a time stamp before each line")
                    .in(deployed(
                            PUB + ".txt",
                            Session.begin()
                                    .own("tomcat", OLD)
                                    .text()
                                    .replaceAll("(?m)^", "2026-11-20T10:00:00.123+01:00 "))),
            clean("export-unassigned", "the same text if no command shows a certificate")
                    .in(deployed(PUB + "/tomcat/tomcat.txt", "admin: see show cert own\n" + OLD.pem())),
            found("export-unassigned", "a file that is not named after a host")
                    .in(deployed(
                            "saved session.txt",
                            Session.begin().own("tomcat", OLD).text())),
            found("export-unassigned", "a table without the column of the service")
                    .in(deployed(
                            "table.txt",
                            Session.begin()
                                    .sql(new Row(PUB, "tomcat", OLD))
                                    .text()
                                    .replace("name                ", "pkid                "))),
            found("export-unassigned", "a row without a server")
                    .in(deployed("rows.xml", Session.axl(new Row("", "tomcat", OLD), new Row(PUB, "", OLDER)))),
            found("export-of-other-cluster", "none of the nodes").in(deployed("other.json", OTHER_CLUSTER)),
            clean("export-of-other-cluster", "it has a folder")
                    .in(tree -> deployed("other.json", OTHER_CLUSTER)
                            .accept(tree.set("other.example.com/ipsec", GoodSet.ipsec("other.example.com")))),
            found("export-of-other-cluster", "an address of a node that is configured by name")
                    .in(deployed(
                            "snapshot.json",
                            Snapshot.of("10.1.2.3").identity("tomcat", OLD).pretty())),
            clean("export-of-other-cluster", "the same in a folder of the node")
                    .in(deployed(
                            PUB + "/snapshot.json",
                            Snapshot.of("10.1.2.3").identity("tomcat", OLD).pretty())),
            clean("export-of-other-cluster", "the same in a file that is named after the node")
                    .in(deployed(
                            PUB + ".json",
                            Snapshot.of("10.1.2.3").identity("tomcat", OLD).pretty())),
            clean("export-of-other-cluster", "the address is configured")
                    .in(deployed(
                            "snapshot.json",
                            Snapshot.of("10.1.2.3").identity("tomcat", OLD).pretty()))
                    .publisher("10.1.2.3"),
            clean("export-of-other-cluster", "the server in capitals")
                    .in(deployed(
                            "snapshot.json", Snapshot.of("CUCM-PUB.EXAMPLE.COM").pretty())),
            found("export-of-other-cluster", "a session that is named after a server that is not a node")
                    .in(deployed(
                            "other.txt", Session.begin().own("tomcat", OTHERS).text())),
            found("export-of-other-cluster", "a session that was opened to a server that is not a node")
                    .in(deployed(
                            "monday.txt",
                            "$ ssh admin@other.example.com\n"
                                    + Session.begin().own("tomcat", OTHERS).text())),
            clean("export-of-other-cluster", "a session that was opened by an alias, in a folder of the node")
                    .in(deployed(
                            "cucm-pub/show.txt",
                            "user@mgmt:~$ ssh admin@pub-mgmt\n"
                                    + Session.begin().own("tomcat", OLD).text())),
            found("export-node-missing", "only one of three nodes has an export")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file("deployed/pub.json", Snapshot.of(PUB).pretty()))
                    .presence(IMP),
            clean("export-node-missing", "the other node's certificates were added by hand")
                    .in(tree -> tree.set(TOMCAT, GOOD)
                            .file("deployed/pub.json", Snapshot.of(PUB).pretty())
                            .file("deployed/" + SUB + "/tomcat-trust/root.pem", GOOD.root())),
            clean("export-node-missing", "all files were added by hand")
                    .in(tree -> tree.set(TOMCAT, GOOD).file("deployed/" + TOMCAT + "/tomcat.pem", OLD)),
            found("export-old", "a second more than 30 days before the window")
                    .in(rest(snapshot -> snapshot.takenAt("2026-11-01T21:59:59Z"))),
            clean("export-old", "30 days before the window")
                    .in(rest(snapshot -> snapshot.takenAt("2026-11-01T22:00:00Z"))),
            found("file-unreadable", "an answer that was cut off")
                    .in(deployed(
                            "pub.json",
                            cut(Snapshot.of(PUB)
                                    .identity("tomcat", OLD)
                                    .trust("tomcat", ROOT)
                                    .pretty()))),
            found("file-unreadable", "a broken certificate in an answer")
                    .in(deployed(
                            "pub.json",
                            Snapshot.of(PUB)
                                    .identity("tomcat", "no certificate", "")
                                    .pretty())),
            found("file-unreadable", "a session that was cut off")
                    .in(deployed(
                            PUB + ".txt", cut(Session.begin().own("tomcat", OLD).text()))),
            clean("file-unreadable", "a README that shows commands and no certificate")
                    .in(tree -> rest(snapshot -> snapshot).accept(tree.file("deployed/README.md", """
                                    show cert list trust
                                    tomcat-trust/Root.pem: x

                                    show cert own tomcat
                                    -----BEGIN CERTIFICATE-----
                                    ...
                                    -----END CERTIFICATE-----
                                    """))),
            found("file-unreadable", "rows that were cut off")
                    .in(deployed(
                            "rows.xml",
                            cut(Session.axl(new Row(PUB, "tomcat", OLD), new Row(PUB, "tomcat-trust", ROOT))))),
            clean("file-unreadable", "JSON that is not an answer, cut off")
                    .in(deployed("other.json", "{\"nodes\": [{\"name\": \"" + PUB)),
            found("private-key-present", "a private key in an answer")
                    .in(rest(snapshot -> snapshot.identity("tomcat", Pem.privateKey(Keys.rsa("old")), ""))),
            found("private-key-present", "a private key in a session")
                    .in(deployed(
                            PUB + ".txt",
                            Session.begin()
                                    .own("tomcat", OLD)
                                    .print(Pem.privateKey(Keys.rsa("old")))
                                    .text())));

    private DeployedCases() {}

    private static Consumer<Tree> rest(UnaryOperator<Snapshot> content) {
        return deployed("snapshot.json", content.apply(Snapshot.of(PUB)).pretty());
    }

    private static Consumer<Tree> deployed(String file, String text) {
        return tree -> tree.set(TOMCAT, GOOD).file("deployed/" + file, text).file("deployed/sub.json", SUB_JSON);
    }

    private static String strange() {
        return Session.with("cucm> ").own("tomcat", OLD).text();
    }

    private static String cut(String text) {
        return text.substring(0, text.length() - 400);
    }
}
