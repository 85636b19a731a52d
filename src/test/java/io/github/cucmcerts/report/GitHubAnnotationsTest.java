package io.github.cucmcerts.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.rule.Finding;
import io.github.cucmcerts.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubAnnotationsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void aGoodSet() {
        Tree.in(directory).set(Reported.SET);
    }

    @Test
    void anErrorIsNextToItsFile() throws IOException {
        assertThat(lines(Reported.sanAdded("cucm-pub/tomcat.pem", "DNS:100%")))
                .singleElement()
                .asString()
                .startsWith("::error file=certs/cucm-pub/tomcat.pem,line=3,title=san-added%3A ")
                .contains("DNS:100%25")
                .contains("%0ACUCM: CSR SAN and Certificate SAN does not match%0ACause: ")
                .contains("%0AFix: ");
        assertThat(lines(Reported.finding("rule-failed", Severity.ERROR, Optional.empty(), Origin.DIRECTORY)))
                .singleElement()
                .asString()
                .startsWith("::error title=rule-failed%3A ");
    }

    @Test
    void noNameEndsItsPropertyOrItsLine() throws IOException {
        assertThat(lines(Reported.sanAdded("a,line=9::x%\r\n::error::y", Reported.HOSTILE)))
                .singleElement()
                .asString()
                .startsWith("::error file=certs/a%2Cline=9%3A%3Ax%25\\u000d\\u000a%3A%3Aerror%3A%3Ay,line=3,title=")
                .doesNotContain("\r", "\n", "##[", "##vso[");
    }

    @Test
    void onlyErrorsThatCountAndOnlyAsManyAsGitHubShows() throws IOException {
        Finding error = Reported.sanAdded("a.pem", "DNS:a");
        assertThat(lines(
                        Reported.waived(error, "known"),
                        Reported.finding("san-wildcard", Severity.WARNING, Optional.empty(), Origin.DIRECTORY)))
                .isEmpty();
        assertThat(lines(Collections.nCopies(10, error).toArray(Finding[]::new)))
                .hasSize(10);
        assertThat(lines(Collections.nCopies(12, error).toArray(Finding[]::new)))
                .hasSize(11)
                .last()
                .isEqualTo("::notice title=cucm-certs::The log has 2 more errors.");
    }

    private List<String> lines(Finding... findings) throws IOException {
        return GitHubAnnotations.lines(Reported.of(directory, findings));
    }
}
