package io.github.cucmcerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final String TEXT = "憑證包含 CSR 未請求的名稱（DNS:www.example.com）。請重新簽署。";

    @Test
    void aWideCharacterNeedsTwoCells() {
        assertThat(Cells.of("CSR 憑證，𠮷😀")).isEqualTo(4 + 4 + 2 + 2 + 2);
        assertThat(Cells.fitting("憑證CSR", 3)).isEqualTo(1);
        assertThat(Cells.fitting("憑證CSR", 5)).isEqualTo(3);
        assertThat(Cells.fitting("憑證", 1)).isEqualTo(1);
    }

    @Test
    void aLineBreaksNextToWideCharactersButNotBeforePunctuation() {
        assertThat(Cells.parts("名稱：「www.example.com」。")).containsExactly("名", "稱：", "「www.example.com」。");
        assertThat(Cells.parts("cucm-pub.example.com/tomcat")).hasSize(1);
    }

    @Test
    void aParagraphCountsCells() {
        assertThat(new Paragraph(20).lines("  ", TEXT, "    "))
                .containsExactly("  憑證包含 CSR 未請", "    求的名稱", "    （DNS:www.example.com）。", "    請重新簽署。");
    }

    @Test
    void aColumnCountsCells() {
        assertThat(Columns.wrap("憑證包含未請求的名稱，請重新簽署。", 13)).containsExactly("憑證包含未請", "  求的名稱，", "  請重新簽", "  署。");
        assertThat(Columns.of(6, 4).row(List.of("憑證"), List.of("CSR"))).containsExactly("憑證   CSR");
    }
}
