package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "tomcat, tomcat, 0",
        "Tomcat, TOMCAT, 0",
        "tomact, tomcat, 1",
        "tomcats, tomcat, 1",
        "tomca, tomcat, 1",
        "tomcut, tomcat, 1",
        "tmocta, tomcat, 2",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void eachMistakeCounts(String one, String other, int distance) {
        assertThat(Spelling.distance(one, other)).isEqualTo(distance);
        assertThat(Spelling.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void theNearestWordIsMeantIfItIsNearEnough() {
        List<String> known = List.of("release", "changeWindow");
        assertThat(Spelling.nearest("anything", known)).isPresent();
        assertThat(Spelling.meant("relase", known)).contains("release");
        assertThat(Spelling.meant("relas", known)).isEmpty();
        assertThat(Spelling.meant("chngeWidow", known)).contains("changeWindow");
        assertThat(Spelling.nearest("anything", List.of())).isEmpty();
    }
}
