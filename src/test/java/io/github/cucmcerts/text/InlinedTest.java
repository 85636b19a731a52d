package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class InlinedTest {
    @Test
    void theHeadingOfPrintedPagesIsAlwaysText() throws IOException {
        String style = Inlined.style("HQ \"1\"}</style>\\ é\n").element();
        assertThat(style)
                .endsWith(
                        "@top-right{content:\"HQ\\20 \\22 1\\22 \\7d \\3c \\2f style\\3e \\5c \\20 é\\5c u000a\"}}\n</style>")
                .containsOnlyOnce("</style>");
    }
}
