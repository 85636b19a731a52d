package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.report.Report;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Grouped;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class PlanMojoTest {
    @Test
    void theMessageSaysWhyThereIsNoRunbookAndNoRequest() {
        Grouped failed = Grouped.failed("java.lang.IllegalStateException: \u001b[31m" + "x".repeat(5_000));
        Facts facts = Facts.of(
                new Inventory(List.of()), failed, Requests.situation(Cluster.unknown(), ChangeWindow.at(Times.NOW)));
        Report report =
                new Report("1", "certs", "certs", "certs", Assessment.of(Scope.ALL, facts, List.of(), List.of()));

        assertThatThrownBy(() -> new PlanMojo().output(report))
                .isInstanceOf(MojoExecutionException.class)
                .message()
                .startsWith("The runbook was not written, because the upload sets could not be determined (")
                .contains("IllegalStateException", "[31mxxx", "… (5,0", "This is a defect of the plugin")
                .doesNotContain("\u001b")
                .hasSizeLessThan(1_500);
        assertThatThrownBy(() -> new CaRequestMojo().output(report))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The request to the CA was not written, because the upload sets");
    }
}
