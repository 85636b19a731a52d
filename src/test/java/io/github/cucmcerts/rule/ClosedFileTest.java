package io.github.cucmcerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.cucm.ChangeWindow;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Times;
import io.github.cucmcerts.inventory.Inventory;
import io.github.cucmcerts.inventory.Origin;
import io.github.cucmcerts.inventory.ScannedFile;
import io.github.cucmcerts.inventory.Unreadable;
import io.github.cucmcerts.inventory.Unreadable.Problem;
import io.github.cucmcerts.rule.files.FileUnreadable;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Facts;
import io.github.cucmcerts.upload.Grouping;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Not a case of {@link RulesTest}, because root can read everything. */
class ClosedFileTest {
    @Test
    void theRemedyForAnUnreadableFileIsAPermission() {
        assertThat(finding(Problem.CLOSED_FILE).remedy())
                .isEqualTo(
                        "Give the user who runs Maven permission to read the file and to enter the folders above it.");
        assertThat(finding(Problem.CLOSED_FOLDER)).satisfies(finding -> {
            assertThat(finding.remedy())
                    .isEqualTo(
                            "Give the user who runs Maven permission to read the folder and to enter the folders above it.");
            assertThat(finding.cause())
                    .isEqualTo("The permissions of the folder, or of a folder above it, do not let the user read it.");
        });
    }

    private static Finding finding(Problem problem) {
        Unreadable closed = new Unreadable(Origin.whole("closed"), Message.value("reason"), problem);
        Inventory inventory = new Inventory(
                List.of(new ScannedFile("closed", ScannedFile.Format.UNREADABLE, List.of(closed), List.of(), false)));
        Facts facts = Facts.of(
                inventory,
                Grouping.of(inventory, Cluster.unknown(), Set.of()),
                Requests.situation(Cluster.unknown(), ChangeWindow.at(Times.NOW)));
        return Engine.findings(facts, List.of(new FileUnreadable()), Severities.unchanged())
                .get(0);
    }
}
