package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Message;
import java.util.Optional;

/**
 * A name and its text in the POM or in the {@code waiverFile}.
 *
 * @param text stripped; empty if there is none
 */
record Setting(String name, String text, Place place) {
    /**
     * Where a setting is.
     *
     * @param parameter the parameter of the setting
     * @param file the file and line; empty for the POM
     */
    record Place(String parameter, Optional<Message> file) {
        static Place inThePom(String parameter) {
            return new Place(parameter, Optional.empty());
        }

        static Place inFile(String name, int line) {
            return new Place(
                    "waiverFile",
                    Optional.of(Message.of(
                            "reason.line-of-file",
                            "{file}, line {line}",
                            "file",
                            name,
                            "line",
                            Integer.toString(line))));
        }

        /** For messages: the parameter, and the line if there is one. */
        String label() {
            return parameter + file.map(line -> ", " + line).orElse("");
        }

        /** For reports, which must be the same on each machine. */
        Message where() {
            return file.orElse(Message.of("reason.the-pom", "the POM"));
        }
    }
}
