package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.concurrent.TimeUnit;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "* tomcat.pem",
                "*.pem .pem",
                "tomcat.??? tomcat.pem",
                "** a/b/c.pem",
                "**/*.pem c.pem",
                "**/*.pem a/b/c.pem",
                "a/**/c.pem a/c.pem",
                "a/**/c.pem a/b/b/c.pem",
                "**/old/** old/c.pem",
                "**/old/** a/old/b/c.pem",
                "old/ old/a/c.pem",
                "{old/,new/} new/a/c.pem",
                "{a/**/*.pem,b/*.csr} a/c.pem",
                "{a/**/*.pem,b/*.csr} b/c.csr",
                "{a,b}{c,d} bc",
                "a{,b} a",
                "[a].pem [a].pem",
                "a?b.pem a\\b.pem"
            })
    void matches(String glob, String path) {
        assertThat(new Glob(glob).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "* a/tomcat.pem",
                "*.pem a/c.pem",
                "tomcat.??? tomcat.pe",
                "**/old/** older/c.pem",
                "old/ a/old/c.pem",
                "{a/**/*.pem,b/*.csr} b/a/c.csr",
                "{a,b}{c,d} ab",
                "[ab].pem a.pem",
                "**/old/** old\\c.pem",
                "a_b.pem a\\b.pem"
            })
    void doesNotMatch(String glob, String path) {
        assertThat(new Glob(glob).matches(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "{a,{b,c}}", "{a,b}{c", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"})
    void isNotAGlob(String text) {
        assertThatThrownBy(() -> new Glob(text)).isInstanceOf(PatternSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%regex[(]", "%regex[.*]", "%ant[**]", "%regex[", "{a,%regex[(]}"})
    void specialSyntaxOfTheLibraryIsNotAGlob(String text) {
        assertThatThrownBy(() -> new Glob(text))
                .isInstanceOfSatisfying(
                        PatternSyntaxException.class,
                        refusal -> assertThat(refusal.getDescription())
                                .isEqualTo("it begins with %regex[ or %ant[, which are not globs"));
        assertThat(new Glob("a/%regex[a].pem").matches("a/%regex[a].pem")).isTrue();
    }

    @Test
    void pathsOfWindows() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            assertThat(new Glob("a/*.pem").matches(windows.getPath("a\\c.pem"))).isTrue();
            assertThat(new Glob("*.pem").matches(windows.getPath("a\\c.pem"))).isFalse();
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyFoldersAreFast() {
        String deep = "a/".repeat(100);
        assertThat(new Glob("**/".repeat(40) + "*.pem").matches(deep + "c.pem")).isTrue();
        assertThat(new Glob("**/".repeat(40) + "*.pem").matches(deep + "c.csr")).isFalse();
        assertThat(new Glob("**/a/".repeat(40) + "b").matches(deep + "c")).isFalse();
        assertThat(new Glob("*a".repeat(40) + "b").matches("a".repeat(250))).isFalse();
    }
}
