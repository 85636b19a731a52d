package io.github.cucmcerts.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    private final FileNames names = new FileNames();

    @ParameterizedTest
    @CsvSource({
        "cucm-pub.example.com/tomcat,       cucm-pub.example.com-tomcat.cnf",
        "tomcat,                            tomcat.cnf",
        "site/cucm-pub/cup-xmpp-s2s-ECDSA,  site-cucm-pub-cup-xmpp-s2s-ECDSA.cnf",
        "../../etc/tomcat,                  _.-..-etc-tomcat.cnf",
        "-extfile/tomcat,                   _extfile-tomcat.cnf",
        "'.hidden$(x)\\y:z/tomcat',         _hidden__x__y_z-tomcat.cnf",
        "\u4f60\u597d/tomcat,               __-tomcat.cnf",
    })
    void aNameStaysInItsFolder(String set, String name) {
        assertThat(names.of(set)).isEqualTo(name);
    }

    @Test
    void noNameIsGivenTwiceEvenWhereCaseDoesNotMatter() {
        assertThat(names.of("a/b/tomcat")).isEqualTo("a-b-tomcat.cnf");
        assertThat(names.of("a-b/tomcat")).isEqualTo("a-b-tomcat-2.cnf");
        assertThat(names.of("A-B/tomcat")).isEqualTo("A-B-tomcat-3.cnf");
        assertThat(names.of("a-b/tomcat-4")).isEqualTo("a-b-tomcat-4.cnf");
        assertThat(names.of("a_b-tomcat")).isEqualTo("a_b-tomcat.cnf");
        assertThat(names.of("a-b-tomcat")).isEqualTo("a-b-tomcat-5.cnf");
    }

    @Test
    void aLongNameKeepsThePurpose() {
        assertThat(names.of("x".repeat(1_000) + "/tomcat"))
                .hasSize(125)
                .startsWith("_x")
                .endsWith("x-tomcat.cnf");
    }
}
