package io.github.cucmcerts.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.Csr;
import io.github.cucmcerts.fixture.GoodSet;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.trust.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {
    private static final String PUB = "cucm-pub.example.com";
    private static final String MULTI = "cucm-pub-ms.example.com";

    @TempDir
    private Path directory;

    @Test
    void withoutConfiguredNodesOnlyTheHostsOfTheSanAreChecked() throws IOException {
        GoodSet multi = GoodSet.of(MULTI)
                .csr(Csr.of(
                        MULTI,
                        with -> with.san(
                                "DNS:" + PUB,
                                "DNS:cucm-sub1.example.com",
                                "DNS:Chat.Example.org",
                                "DNS:no_host.example.com")));
        Tree.in(directory).set(MULTI + "/tomcat", multi);
        assertThat(nodes(checked(cluster(List.of(), "chat.example.org"), Set.of())))
                .containsExactly(PUB, "cucm-sub1.example.com");
    }

    @Test
    void aNodeInAnotherCaseIsTheSameNode() throws IOException {
        Tree.in(directory)
                .set("CUCM-PUB.example.com/TVS", GoodSet.of("CUCM-PUB.example.com"))
                .set(PUB + "/ipsec", GoodSet.ipsec(PUB));
        assertThat(Endpoints.nodes(checked(Cluster.unknown(), Set.of()))).hasSize(1);
    }

    @Test
    void everyNodeOfTheDirectoryIsKnown() throws IOException {
        Tree.in(directory)
                .set(PUB + "/TVS", GoodSet.of(PUB))
                .set("sub1.example.com/CAPF", GoodSet.capf("sub1.example.com"))
                .file(
                        "deployed/sub2.example.com/tomcat/now.pem",
                        GoodSet.of("sub2.example.com").leaf());
        Assessment files = checked(cluster(List.of("sub3")), Set.of(Purpose.TVS, Purpose.TOMCAT));
        assertThat(Endpoints.nodes(files))
                .extracting(NodeName::value)
                .containsExactlyInAnyOrder("sub3", PUB, "sub1.example.com", "sub2.example.com");
    }

    @Test
    void aFolderWhoseNameIsNoHostIsNotContacted() throws IOException {
        Tree.in(directory).set("12.5/TVS", GoodSet.of("12.5"));
        assertThat(nodes(checked(Cluster.unknown(), Set.of()))).isEmpty();
    }

    @Test
    void aDeployedSetIsNotCheckedIfAMultiServerSetReplacesIt() throws IOException {
        GoodSet single = GoodSet.of("cucm-sub1.example.com");
        GoodSet multi =
                GoodSet.of(MULTI).csr(Csr.of(MULTI, with -> with.san("DNS:" + PUB, "DNS:cucm-sub1.example.com")));
        Tree.in(directory)
                .set("cucm-sub1.example.com/tomcat", single)
                .file("deployed/cucm-sub1.example.com/tomcat/now.pem", single.leaf());
        Assessment before = checked(Cluster.unknown(), Set.of());
        assertThat(nodes(before)).containsExactly("cucm-sub1.example.com");
        assertThat(Endpoints.notChecked(before)).isEmpty();
        Tree.in(directory).set(MULTI + "/tomcat", multi);
        Assessment after = checked(Cluster.unknown(), Set.of());
        assertThat(Endpoints.of(after, Map.of())).extracting(Endpoint::set).containsOnly(MULTI + "/tomcat");
        assertThat(Endpoints.notChecked(after)).containsExactly("cucm-sub1.example.com/tomcat");
    }

    private static List<String> nodes(Assessment files) {
        return Endpoints.of(files, Map.of()).stream()
                .map(Endpoint::node)
                .map(NodeName::value)
                .distinct()
                .toList();
    }

    private Assessment checked(Cluster cluster, Set<Purpose> purposes) throws IOException {
        return Requests.checked(Requests.of(directory, cluster, purposes, List.of()));
    }

    private static Cluster cluster(List<String> subscribers, String... xmppDomains) {
        return new Cluster(
                Optional.empty(),
                subscribers.stream().map(NodeName::new).toList(),
                List.of(),
                Optional.empty(),
                false,
                false,
                false,
                false,
                List.of(xmppDomains));
    }
}
