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
     * @param file the file's name; empty for the POM
     * @param line its line there
     */
    record Place(String parameter, Optional<String> file, int line) {
        static Place inThePom(String parameter) {
            return new Place(parameter, Optional.empty(), 0);
        }

        static Place inFile(String name, int line) {
            return new Place("waiverFile", Optional.of(name), line);
        }

        /** The parameter, and the file and the line if there are any. */
        Object label() {
            return file.<Object>map(name -> Message.of(
                            "mojo.setting-in-file", "{parameter}, {place}", "parameter", parameter, "place", where()))
                    .orElse(parameter);
        }

        /** For reports, which must be the same on each machine. */
        Message where() {
            return file.map(name -> Message.of(
                            "report.file-line", "{file}, line {line}", "file", name, "line", Integer.toString(line)))
                    .orElse(Message.of("mojo.pom", "the POM"));
        }
    }
}
