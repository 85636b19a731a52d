package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.snapshot.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final List<NodeName> NODES = Stream.of("cucm-pub.example.com", "imp1", "2001:db8::1")
            .map(NodeName::new)
            .toList();

    @Test
    void aNodesAddressIsItsName() {
        assertThat(Addresses.targets(NODES, List.of(), 8443))
                .extracting(Target::address)
                .containsExactly("cucm-pub.example.com:8443", "imp1:8443", "[2001:db8::1]:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com=10.1.2.3, 10.1.2.3:443",
        "CUCM-PUB = 10.1.2.3:8443, 10.1.2.3:8443",
        "cucm-pub=[2001:db8::2], [2001:db8::2]:443",
        "cucm-pub=[2001:db8::2]:8443, [2001:db8::2]:8443",
        "cucm-pub=jump.example.com:65535, jump.example.com:65535"
    })
    void unlessAnAddressIsGiven(String text, String address) {
        List<Target> targets = Addresses.targets(NODES, List.of(text), 443);
        assertThat(targets).extracting(Target::address).contains(address, "imp1:443");
        assertThat(targets.get(0).url())
                .as("the request names the node")
                .startsWith("https://cucm-pub.example.com")
                .endsWith("/platformcom/api/v1/certmgr/config/snapshot/server");
    }

    @Test
    void anIpv6NodeGoesIntoUrlsAndFileNames() {
        Target target =
                Addresses.targets(NODES, List.of("2001:DB8:0::1=10.1.2.3"), 443).get(2);
        assertThat(target.address()).isEqualTo("10.1.2.3:443");
        assertThat(target.url()).startsWith("https://[2001:db8::1]/platformcom/");
        assertThat(target.fileName()).isEqualTo("2001-db8--1.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub1=10.1.2.3",
                "10.1.2.3",
                "=10.1.2.3",
                "imp1=",
                "imp1=10.1.2.3:",
                "imp1=10.1.2.3:0",
                "imp1=10.1.2.3:65536",
                "imp1=10.1.2.300",
                "imp1=2001:db8::2",
                "imp1=[imp1]",
                "imp1=[2001:db8::g]",
                "imp1=https://imp1/",
                "imp1=imp1/x",
                "imp1=im p1"
            })
    void aWrongAddressStopsTheBuild(String text) {
        assertThatThrownBy(() -> Addresses.targets(NODES, List.of(text), 443))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown value '" + text + "' of cucm-certs.addresses. Allowed: NODE=HOST or NODE=HOST:PORT,"
                                + " an IPv6 address in brackets, where NODE is cucm-pub.example.com or imp1 or 2001:db8::1");
    }

    @Test
    void twoAddressesOfANodeStopTheBuild() {
        assertThatThrownBy(() -> Addresses.targets(NODES, List.of("imp1=10.1.2.3", "IMP1=10.1.2.4"), 443))
                .hasMessage("cucm-certs.addresses has two addresses of imp1.");
    }
}
