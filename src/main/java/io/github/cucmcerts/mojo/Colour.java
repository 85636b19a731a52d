package io.github.cucmcerts.mojo;

/** Colours console text where Maven colours its own, and nowhere else. */
enum Colour {
    GREEN("32"),
    YELLOW("33"),
    RED("31");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    String bold(String text) {
        return mavenColours() ? ESCAPE + "1;" + code + "m" + text + ESCAPE + "m" : text;
    }

    /**
     * Maven 3.6 to 4 all show plugins this one class: Jansi's own or, since 3.10, Maven's substitute for it. Its switch
     * follows {@code -B}, {@code -l} and {@code -Dstyle.color}.
     */
    private static boolean mavenColours() {
        try {
            return (boolean) Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
