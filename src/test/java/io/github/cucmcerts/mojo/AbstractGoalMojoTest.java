package io.github.cucmcerts.mojo;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.WrongValue;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbstractGoalMojoTest {
    /** A text that has a translation. */
    private static final String KEY = "rule.archive-present.title";

    private static final String ENGLISH = "The directory has an archive";
    private static final String CHINESE = Language.of("zh-TW").orElseThrow().text(KEY, ENGLISH);

    @ParameterizedTest
    @CsvSource({"en, false", "zh-TW, true"})
    void aWrongValueIsReportedInTheLanguage(String language, boolean translated) throws Exception {
        AbstractGoalMojo goal = new Goal(WrongValue.of(KEY, ENGLISH));
        setVariableValueToObject(goal, "language", language);
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(translated ? CHINESE : ENGLISH);
    }

    @Test
    void aFailureIsReportedInTheLanguageAndKeepsItsCause() throws Exception {
        IOException cause = new IOException("disk");
        AbstractGoalMojo goal = new Goal(Stopped.because(cause, Message.of(KEY, ENGLISH)));
        setVariableValueToObject(goal, "language", "zh-TW");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(CHINESE)
                .hasCause(cause);
    }

    @Test
    void aWrongLanguageIsReportedFirst() throws Exception {
        AbstractGoalMojo goal = new Goal(WrongValue.of(KEY, ENGLISH));
        setVariableValueToObject(goal, "language", "fr");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Unknown value 'fr' of cucm-certs.language. Allowed: en, zh-TW, zh-CN");
    }

    private static final class Goal extends AbstractGoalMojo {
        private final Exception failure;

        Goal(Exception failure) {
            this.failure = failure;
        }

        @Override
        void run(Language texts) throws MojoExecutionException {
            if (failure instanceof Stopped stopped) {
                throw stopped;
            }
            throw (WrongValue) failure;
        }
    }
}
