package io.github.cucmcerts.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cucmcerts.check.Check;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.fixture.Requests;
import io.github.cucmcerts.fixture.Tree;
import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void aLineShowsWhatTheRunDoes() {
        Timer timer = new Timer(true);
        try (Progress progress = new Progress(new Lines(), Language.ENGLISH, timer)) {
            progress.accept(Message.of("doing", "reading files"));
            progress.show();
            progress.accept(Message.of("doing", "applying the rules to 2 upload sets"));
            progress.show();
        }
        assertThat(lines).containsExactly("Still reading files …", "Still applying the rules to 2 upload sets …");
    }

    @Test
    void aCheckReportsEachStepThatItStarts(@TempDir Path directory) throws IOException {
        Tree.in(directory).set("cucm-pub.example.com/tomcat");
        Check.run(Requests.of(directory, Cluster.unknown()), doing -> lines.add(doing.toString()));
        assertThat(lines)
                .containsExactly(
                        "reading files",
                        "grouping the files into upload sets",
                        "finding the certification paths of 1 upload set",
                        "applying the rules to 1 upload set");
    }

    private final class Lines extends SystemStreamLog {
        @Override
        public void info(CharSequence line) {
            lines.add(line.toString());
        }
    }
}
