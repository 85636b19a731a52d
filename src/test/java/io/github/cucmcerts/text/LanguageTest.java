package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private static final Language CHINESE = Language.of("zh-TW").orElseThrow();

    @Test
    void aValueHasSpacesAroundItUnlessItIsChinese() {
        assertThat(said("tomcat")).isEqualTo("檔案是 tomcat 的。");
        assertThat(said("連結")).isEqualTo("檔案是連結的。");
        assertThat(said("連結 tomcat")).isEqualTo("檔案是連結 tomcat 的。");
    }

    private static String said(String value) {
        return CHINESE.text("none.such", "檔案是 {value} 的。", "value", value);
    }

    @Test
    void aNumberHasTwoFormsInEnglish() {
        assertThat(counted(Language.ENGLISH, 1)).isEqualTo("1 error");
        assertThat(counted(Language.ENGLISH, 1_000)).isEqualTo("1,000 errors");
        assertThat(counted(CHINESE, 1)).isEqualTo("1 個錯誤");
    }

    private static String counted(Language language, long number) {
        return language.counted("report.errors", number, "{number} error", "{number} errors");
    }

    @Test
    void aListIsJoinedAsTheLanguageDoes() {
        assertThat(Language.ENGLISH.few(List.of("a", "b", "c"))).hasToString("a, b, and c");
        assertThat(CHINESE.few(List.of("a", "b", "c"))).hasToString("a、b 和 c");
    }
}
