package io.github.cucmcerts.cucm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts name the same node. The architecture test checks that there is no DNS lookup. */
class NodeNameTest {
    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com, CUCM-PUB.example.com.",
        "cucm-pub, cucm-pub.example.com",
        "10.1.2.3, 10.1.2.3",
        "2001:db8::2, 2001:DB8:0:0:0:0:0:2",
        "2001:db8::2, 2001:0db8::0002",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0::0001",
        "64:ff9b::1.2.3.4, 64:ff9b::102:304",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "::ffff:10.1.2.3, 10.1.2.3",
        "zz:8443, ZZ:8443",
        "fe80::1%eth0, FE80::1%eth0"
    })
    void oneNode(String one, String other) {
        assertThat(new NodeName(one).sameAs(new NodeName(other))).isTrue();
        assertThat(new NodeName(other).sameAs(new NodeName(one))).isTrue();
        assertThat(new NodeName(one).label()).isEqualTo(new NodeName(other).label());
    }

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com, CUCM-PUB.example.com., true",
        "2001:db8::2, 2001:DB8:0:0:0:0:0:2, true",
        "cucm-pub, cucm-pub.example.com, false"
    })
    void equalNamesAreInAnyCase(String one, String other, boolean equal) {
        assertThat(new NodeName(one).equals(new NodeName(other))).isEqualTo(equal);
        assertThat(Set.of(new NodeName(one)).contains(new NodeName(other))).isEqualTo(equal);
    }

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com, true",
        "cucm-pub, true",
        "10.1.2.3, true",
        "2001:db8::2, true",
        "*.example.com, false",
        "no_host.example.com, false",
        "10.1.2, false",
        "'', false"
    })
    void aHostHasANameOfDnsOrAnAddress(String text, boolean host) {
        assertThat(new NodeName(text).isHost()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com, cucm-pub.example.org",
        "cucm-pub, cucm-sub1.example.com",
        "10, 10.1.2.3",
        "10.1.2.3, 10.1.2.4",
        "2001:db8::2, 2001:db8::20",
        "2001:db8::2, 2001:db8::2/128",
        "fe80::1%eth0, fe80::1",
        "fe80::1%eth0, fe80::1%eth1",
        "::1, :1",
        "1::, 1:",
        "zz:8443, zz",
        "https://cucm-pub.example.com, cucm-pub.example.com"
    })
    void twoNodes(String one, String other) {
        assertThat(new NodeName(one).sameAs(new NodeName(other))).isFalse();
        assertThat(new NodeName(other).sameAs(new NodeName(one))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":1",
                "1:",
                "1:2:3:4:5:6:7:",
                "1:::2",
                "::1::",
                "12345::",
                "::/64",
                "[::1]",
                "::1.2.3",
                "1.2.3.4::"
            })
    void anInvalidAddressIsComparedAsText(String text) {
        assertThat(new NodeName(text).sameAs(new NodeName(text))).isTrue();
        assertThat(new NodeName(text).sameAs(new NodeName("0:0:0:0:0:0:0:1"))).isFalse();
    }
}
