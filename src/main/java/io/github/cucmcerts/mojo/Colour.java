package io.github.cucmcerts.mojo;

/** Colors console text only if Maven colors its own. */
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
        return Terminal.isColoured() ? ESCAPE + "1;" + code + "m" + text + ESCAPE + "m" : text;
    }
}
