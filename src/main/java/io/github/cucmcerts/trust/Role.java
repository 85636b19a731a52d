package io.github.cucmcerts.trust;

import io.github.cucmcerts.text.Language;

/** What a certificate's content says it is. */
public enum Role {
    LEAF,
    INTERMEDIATE,
    ROOT;

    /** The role in English, as in file names. */
    public String label() {
        return label(Language.ENGLISH);
    }

    public String label(Language language) {
        return switch (this) {
            case LEAF -> language.text("report.role-leaf", "leaf");
            case INTERMEDIATE -> language.text("report.role-intermediate", "intermediate");
            case ROOT -> language.text("report.role-root", "root");
        };
    }
}
