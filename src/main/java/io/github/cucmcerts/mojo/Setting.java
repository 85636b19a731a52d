package io.github.cucmcerts.mojo;

import java.util.Optional;

/**
 * A name and its text, as the POM or the {@code waiverFile} has them.
 *
 * @param text stripped; empty where there is none
 */
record Setting(String name, String text, Place place) {
    /**
     * Where it is.
     *
     * @param parameter that it belongs to
     * @param file the file and line; empty in the POM
     */
    record Place(String parameter, Optional<String> file) {
        static Place inThePom(String parameter) {
            return new Place(parameter, Optional.empty());
        }

        static Place inFile(String name, int line) {
            return new Place("waiverFile", Optional.of(name + ", line " + line));
        }

        /** For messages: the parameter, and the line where there is one. */
        String label() {
            return parameter + file.map(line -> ", " + line).orElse("");
        }

        /** For reports, which are the same on each machine. */
        String where() {
            return file.orElse("the POM");
        }
    }
}
