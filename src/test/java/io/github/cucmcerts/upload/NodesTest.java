package io.github.cucmcerts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.NodeName;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {
    private static final List<String> SHORT = List.of("site", "pub");
    private static final List<String> FULL = List.of("pub.example.com");
    private static final List<String> ELSEWHERE = List.of("pub.example.org");

    @Test
    void aShortAndAFullNameAreOneNode() {
        Nodes nodes = Nodes.of(List.of(SHORT, FULL));
        assertThat(nodes.same(SHORT, FULL)).isTrue();
        assertThat(nodes.named(SHORT)).isEqualTo(FULL);
        assertThat(nodes.named(FULL)).isEqualTo(FULL);
        assertThat(nodes.named(List.of("sub"))).containsExactly("sub");
    }

    @Test
    void twoFullNamesWithOneLabelAreTwoNodesAndTheShortNameIsNeither() {
        Nodes nodes = Nodes.of(List.of(SHORT, FULL, ELSEWHERE));
        assertThat(nodes.same(FULL, ELSEWHERE)).isFalse();
        assertThat(nodes.same(SHORT, FULL)).isFalse();
        assertThat(nodes.named(SHORT)).isEqualTo(SHORT);
    }

    @Test
    void oneShortNameInTwoFoldersIsTwoNodes() {
        List<String> other = List.of("plant", "pub");
        Nodes nodes = Nodes.of(List.of(SHORT, other));
        assertThat(nodes.same(SHORT, other)).isFalse();
        assertThat(nodes.same(SHORT, List.of("SITE", "Pub"))).isTrue();
    }

    @Test
    void theFirstSpellingCounts() {
        Nodes nodes = Nodes.of(List.of(List.of("Pub.Example.com"), FULL));
        assertThat(nodes.named(FULL)).containsExactly("Pub.Example.com");
    }

    @Test
    void noFolderIsNoNodeButEqualsNone() {
        Nodes nodes = Nodes.of(List.of(FULL, List.of()));
        assertThat(nodes.same(List.of(), List.of())).isTrue();
        assertThat(nodes.same(List.of(), FULL)).isFalse();
        assertThat(nodes.same(FULL, List.of())).isFalse();
        assertThat(nodes.named(List.of())).isEmpty();
        assertThat(Nodes.areOfOne(List.of(), List.of(new NodeName("pub")))).isFalse();
        assertThat(Nodes.areOfOne(FULL, List.of(new NodeName("pub")))).isTrue();
        assertThat(Nodes.areOfOne(FULL, List.of(new NodeName("sub")))).isFalse();
        assertThat(Nodes.label(List.of())).isEmpty();
        assertThat(Nodes.label(FULL)).isEqualTo("pub");
    }
}
