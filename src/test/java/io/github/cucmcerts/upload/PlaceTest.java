package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @ParameterizedTest
    @CsvSource({
        "pub/tomcat/a.csr, pub, pub",
        "tomcat/pub/a.csr, pub, pub",
        "tomcat/ca/a.csr, '', ''",
        "ca/tomcat/a.csr, '', ca",
        "pub/ca/tomcat/a.csr, pub, pub/ca",
        "pub/tomcat-trust/tomcat/a.csr, pub, pub",
        "pub/company-trust/tomcat/a.csr, pub/company-trust, pub/company-trust",
        "pub/TVS/tomcat-trust/a.pem, pub/TVS, pub/TVS",
        "pub/tomcat/tomcat-trust/a.pem, pub, pub",
        "deployed/pub/tomcat/a.pem, pub, pub",
        "site/deployed/pub/tomcat/a.pem, site/pub, site/pub",
        "pub/ca/more/a.pem, pub, pub"
    })
    void foldersNameANode(String path, String node, String server) {
        Place place = Place.of(path, false);
        assertThat(String.join("/", place.node())).isEqualTo(node);
        assertThat(String.join("/", place.server())).isEqualTo(server);
    }

    @ParameterizedTest
    @CsvSource({
        "pub/tomcat/a.pem, false",
        "pub/ca/a.pem, true",
        "pub/tomcat-trust/a.pem, true",
        "pub/company-trust/a.pem, false",
        "pub/Phone-trust/a.pem, true"
    })
    void storesAndCaFoldersAreTrusted(String path, boolean trusted) {
        assertThat(Place.of(path, false).trusted()).isEqualTo(trusted);
        assertThat(Place.of(path, true).trusted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tomcat.pem, TOMCAT",
        "TVS-cup.pem, CUP",
        "cup-TVS.pem, TVS",
        "tomcat-TVS.pem, TOMCAT",
        "my tomcat-ECDSA.pem, TOMCAT_ECDSA",
        "cup-xmpp-s2s.pem, CUP_XMPP_S2S"
    })
    void aWordInAFileNameShowsThePurpose(String name, Purpose purpose) {
        assertThat(Place.purposeInName(name)).contains(purpose);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomcats.pem", "mytomcat.pem", "a.pem", ""})
    void aPartOfAWordDoesNot(String name) {
        assertThat(Place.purposeInName(name)).isEmpty();
    }

    @Test
    void aFolderWithAPurposesNameShowsIt() {
        assertThat(Place.tellPurpose(List.of("pub", "TOMCAT"))).isTrue();
        assertThat(Place.tellPurpose(List.of("pub", "tomcat-trust"))).isFalse();
    }

    @Test
    void aPathStartsWithTheFoldersAboveIt() {
        assertThat(Place.startsWith(List.of("a", "b"), List.of("A"))).isTrue();
        assertThat(Place.startsWith(List.of("a"), List.of("a", "b"))).isFalse();
        assertThat(Place.startsWith(List.of("a", "b"), List.of("b"))).isFalse();
        assertThat(Place.above(List.of("A", "b"))).containsExactly(List.of(), List.of("a"), List.of("a", "b"));
    }
}
