package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Csr;
import io.github.cucmcerts.inventory.NamedKey;
import io.github.cucmcerts.scan.DirectoryScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nodes whose files are at one place: the folders for each common name. */
class ServersTest {
    private static final String PUB = "pub.example.com";
    private static final String SUB = "sub.example.com";

    @TempDir
    private Path directory;

    private List<NodeName> configured = List.of();
    private List<String> folders = List.of();

    @Test
    void oneNodesFilesBelongToTheFolder() throws IOException {
        assertThat(nodes(List.of(), PUB, "pub")).containsExactly("", "");
        assertThat(nodes(List.of("pub"), SUB)).containsExactly("pub");
    }

    @Test
    void eachOfSeveralNodesHasItsOwnFolder() throws IOException {
        assertThat(nodes(List.of(), PUB, SUB)).containsExactly(PUB, SUB);
        assertThat(nodes(List.of("site"), PUB, SUB)).containsExactly("site/" + PUB, "site/" + SUB);
    }

    @Test
    void theNodeOfTheFolderKeepsIt() throws IOException {
        assertThat(nodes(List.of("pub"), PUB, SUB)).containsExactly("pub", "pub/" + SUB);
    }

    @Test
    void aFullNamePrecedesAShortOneAndAShorterALongerOne() throws IOException {
        assertThat(nodes(List.of(), "pub", PUB, SUB)).containsExactly(PUB, PUB, SUB);
        assertThat(nodes(List.of(), "pub-EC-ms.example.com", "pub-ms.example.com", SUB))
                .containsExactly("pub-ms.example.com", "pub-ms.example.com", SUB);
        assertThat(nodes(List.of(), "pub-EC.example.com", PUB, SUB)).containsExactly(PUB, PUB, SUB);
    }

    @Test
    void aShortNameOfSeveralNodesIsANodeOfItsOwn() throws IOException {
        assertThat(nodes(List.of(), PUB, "pub.example.org", "pub")).containsExactly(PUB, "pub.example.org", "pub");
    }

    @Test
    void anObjectWithoutANodesNameStaysInTheFolder() throws IOException {
        assertThat(nodes(List.of(), PUB, SUB, " ", "x".repeat(254), "x".repeat(253)))
                .containsExactly(PUB, SUB, "", "", "x".repeat(253));
        assertThat(nodes(List.of(), PUB, SUB, "a/b")).endsWith("a_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old.example.com", "renamed"})
    void inANodesFolderAnotherNameIsTheNodesNewOrOldName(String name) throws IOException {
        configured = List.of(new NodeName(PUB), new NodeName(SUB));
        assertThat(nodes(List.of(PUB), PUB, name, SUB)).containsExactly(PUB, PUB, PUB + "/" + SUB);
        assertThat(nodes(List.of("site"), PUB, name))
                .as("no node's folder")
                .containsExactly("site/" + PUB, "site/" + name);
        configured = List.of(new NodeName("10.1.2.3"), new NodeName(PUB));
        assertThat(nodes(List.of(PUB), PUB, name)).as("an address").containsExactly(PUB, PUB + "/" + name);
        configured = List.of();
        assertThat(nodes(List.of(PUB), PUB, name)).as("nothing configured").containsExactly(PUB, PUB + "/" + name);
    }

    @Test
    void aNodeWithAFolderIsANodeEvenIfNotConfigured() throws IOException {
        configured = List.of(new NodeName(PUB));
        folders = List.of("other");
        assertThat(nodes(List.of(PUB), PUB, "other.example.com")).containsExactly(PUB, PUB + "/other.example.com");
    }

    @Test
    void aConfiguredNodesFolderIsItsOwnWhateverItContains() throws IOException {
        configured = List.of(new NodeName(PUB), new NodeName(SUB));
        assertThat(nodes(List.of(PUB), SUB, "old.example.com")).containsExactly(PUB, PUB);
    }

    @Test
    void aNodeCanHaveAMultiServerName() throws IOException {
        configured = List.of(new NodeName("pub-ms.example.com"), new NodeName(PUB));
        assertThat(nodes(List.of(), "pub-ms.example.com", PUB)).containsExactly("pub-ms.example.com", PUB);
        configured = List.of();
        assertThat(nodes(List.of(), "pub-ms.example.com", PUB)).containsExactly("", "");
    }

    /** The folders of the node that each common name's CSR belongs to. */
    private List<String> nodes(List<String> folder, String... commonNames) throws IOException {
        List<Csr> csrs = new ArrayList<>();
        for (String name : commonNames) {
            csrs.add(csr(name));
        }
        ServerNames names =
                ServerNames.of(configured, folders.stream().map(NodeName::new).toList());
        Servers servers = Servers.of(names, Purpose.TOMCAT, folder, csrs);
        List<String> nodes = new ArrayList<>();
        for (NamedKey csr : csrs) {
            nodes.add(String.join("/", servers.node(csr)));
        }
        return nodes;
    }

    private Csr csr(String commonName) throws IOException {
        // Longer than the library writes.
        ASN1Encodable[] attribute = {BCStyle.CN, new DERUTF8String(commonName)};
        X500Name subject = X500Name.getInstance(new DERSequence(new DERSet(new DERSequence(attribute))));
        Tree.in(directory).file("a.csr", io.github.cucmcerts.fixture.Csr.of("pub", with -> with.subject(subject)));
        Stream<Csr> csrs = DirectoryScan.scan(directory, List.of(), List.of(), List.of(), Set.of())
                .objects(Csr.class);
        return csrs.findFirst().orElseThrow();
    }
}
